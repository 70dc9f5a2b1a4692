package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LockHolder;
import org.quotidian.store.LookLock;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stop}: asks a running job to stop and waits until it has. */
@Command(
    name = "stop",
    description = {
      "Stops the job, if it is running on this machine, and waits until it has stopped.",
      "Nothing that was done is lost; 'run' continues later."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian stop jobs/nightly.yml")
final class StopCommand implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    JobSettings settings = job.read();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DatabaseAddress address = BatchApplication.address(settings);
    Optional<LockHolder> holder = RunLock.holder(address, settings.corpus());
    if (holder.isEmpty()) {
      LookLock.holder(address)
          .ifPresent(looks -> out.println(looks + " only reads the database and is not stopped."));
      out.println("Corpus " + settings.corpus() + " has no run in progress.");
      return ExitCode.DONE;
    }
    if (!holder.get().isOnThisMachine()) {
      err.println("It runs on another machine: " + holder.get() + "; stop it there.");
      return ExitCode.FAILED;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(holder.get().pid());
    if (process.isEmpty() || !process.get().destroy()) {
      err.println("Cannot signal " + holder.get() + "; it may belong to another user");
      return ExitCode.FAILED;
    }
    try {
      process.get().onExit().get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      err.println(holder.get() + " has not stopped after " + Durations.words(LONGEST_WAIT));
      return ExitCode.FAILED;
    }
    out.println("Stopped " + holder.get() + "; 'run' continues.");
    return ExitCode.DONE;
  }
}
