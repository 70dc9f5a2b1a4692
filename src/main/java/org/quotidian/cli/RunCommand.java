package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.quotidian.job.JobSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: continues the unfinished run or begins a new one. */
@Command(
    name = "run",
    description = {
      "Reads the job's articles and writes who said what.",
      "Continues a run that was stopped, failed or crashed. Processes only new and changed articles,"
          + " unless --full is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian run jobs/sample.yml",
      "  quotidian run jobs/corpus.yml --input articles --output output/mine --threads 4",
      "  quotidian run jobs/nightly.yml --full --set limits.seconds=30",
      "  quotidian run jobs/corpus.yml --workers remote",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 done but articles failed (only"
          + " with tell-failures), 130 stopped (the same command continues)."
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Option(names = "--full", description = "Process every article, changed or not.")
  private boolean full;

  @Option(
      names = "--rehash",
      description =
          "Read every file, even if its size, times and inode have not changed since the last run.")
  private boolean rehash;

  @Mixin private WorkersOption workers = new WorkersOption();

  @Override
  public Integer call() throws Exception {
    Map<String, String> overrides = workers.overrides();
    if (full) {
      overrides.put("incremental", "false");
    }
    if (rehash) {
      overrides.put("trust-times-after", "0s");
    }
    JobSettings settings = job.readForWork(overrides);
    return new JobSession(settings, out(), err()).run();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
