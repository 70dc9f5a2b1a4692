package org.quotidian.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.CorpusReport;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code report}: writes the HTML report from the current state of the database. */
@Command(
    name = "report",
    description = {
      "Writes report.html from the database. Reads no articles.",
      "Useful after a run that stopped or failed, or to use other report settings."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian report jobs/nightly.yml --set report.quotes=50000")
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    try (RunLock lock = JobSession.lock(settings, spec.commandLine().getErr())) {
      return JobDatabase.use(
              BatchApplication.address(settings), database -> report(database, settings))
          .orElseGet(this::nothingYet);
    }
  }

  private int report(Database database, JobSettings settings) {
    Optional<Run> run = database.runs().last(settings.corpus());
    if (run.isEmpty()) {
      return nothingYet();
    }
    CorpusReport report =
        new CorpusReport(
            database.statistics(settings.corpus()), database.rows(settings.corpus()), settings);
    report.write(run.get());
    spec.commandLine().getOut().println(report.file());
    return ExitCode.DONE;
  }

  private int nothingYet() {
    spec.commandLine().getErr().println("There is nothing to report yet: no run has been made.");
    return ExitCode.FAILED;
  }
}
