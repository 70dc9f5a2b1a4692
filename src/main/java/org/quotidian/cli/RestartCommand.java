package org.quotidian.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code restart}: continues an unfinished run, but never begins a new one. */
@Command(
    name = "restart",
    description = {
      "Continues the job's unfinished run (stopped, failed or crashed).",
      "Unlike 'run', it never begins a new run: if there is none to continue, the exit code is 2."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian restart jobs/nightly.yml")
final class RestartCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Mixin private WorkersOption workers = new WorkersOption();

  @Override
  public Integer call() throws Exception {
    return new JobSession(
            job.readForWork(workers.overrides()),
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .restart();
  }
}
