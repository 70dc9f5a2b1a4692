package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.OwnFiles;
import org.quotidian.batch.RemoteWorker;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code worker}: processes articles for a run on another machine. */
@Command(
    name = "worker",
    description = {
      "Processes parts of the job's articles for a 'run --workers remote' on any machine.",
      "Start one on each machine, before or after the run; a worker may be killed at any moment."
          + " All need the same version of the program, the same settings, the inputs at the same"
          + " path and the run's PostgreSQL database. A worker ends after workers.timeout without"
          + " work."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian worker jobs/corpus.yml --threads 8")
final class WorkerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Override
  public Integer call() throws Exception {
    JobSettings settings = job.readForWork(Map.of());
    JobSession.checkDatabaseForWorkers(settings);
    JobSession.checkMemory(settings);
    OwnFiles.check(settings);
    Database.open(BatchApplication.address(settings)).ifPresent(Database::close); // or says why not
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    TerminationSignal signal = new TerminationSignal(out, err);
    return signal.during(
        () -> {
          int finished =
              RemoteWorker.run(
                  settings,
                  signal.stop(),
                  line -> {
                    err.println(line);
                    err.flush();
                  });
          out.println("Partitions done: " + finished);
          return signal.stop().isRequested() ? ExitCode.STOPPED : ExitCode.DONE;
        });
  }
}
