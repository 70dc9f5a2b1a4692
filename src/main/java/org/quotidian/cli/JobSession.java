package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.Inputs;
import org.quotidian.batch.Launcher;
import org.quotidian.batch.Progress;
import org.quotidian.batch.RunResult;
import org.quotidian.batch.StopSignal;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start of a job from the command line: takes the lock, works, says how it ended. A termination
 * signal ends it as STOPPED.
 */
final class JobSession {

  /** After this long a signal ends the process anyway; the next start recovers, as from a crash. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

  private final JobSettings settings;
  private final PrintWriter out;
  private final PrintWriter err;
  private final StopSignal stop = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(ExitCode.STOPPED);

  JobSession(JobSettings settings, PrintWriter out, PrintWriter err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /** Continues the unfinished run or begins a new one. */
  int run() {
    return work(false);
  }

  /** Continues the unfinished run; wrong usage if there is none. */
  int restart() {
    return work(true);
  }

  private int work(boolean onlyUnfinished) {
    checkInputs();
    Thread hook = new Thread(this::stopAndWait, "stop");
    try (RunLock lock = RunLock.acquire(BatchApplication.address(settings), settings.corpus())) {
      Runtime.getRuntime().addShutdownHook(hook);
      try (ConfigurableApplicationContext context =
          BatchApplication.open(settings, lock, stop, progress())) {
        exitCode.set(work(context.getBean(Launcher.class), onlyUnfinished));
      }
    } finally {
      out.flush();
      err.flush();
      ended.countDown();
    }
    if (!stop.isRequested()) {
      removeHook(hook);
    }
    return exitCode.get();
  }

  /** A missing input is said before any work starts. */
  private void checkInputs() {
    var unused = Inputs.finder(settings);
  }

  private int work(Launcher launcher, boolean onlyUnfinished) {
    if (onlyUnfinished && launcher.unfinished().isEmpty()) {
      err.println(
          "corpus "
              + settings.corpus()
              + " has no unfinished run to continue with these settings; use 'run'");
      return ExitCode.WRONG_USAGE;
    }
    RunResult result = launcher.run();
    new RunMessage(settings, out, err).print(result);
    return exitCode(result);
  }

  private int exitCode(RunResult result) {
    Run run = result.run();
    return switch (run.status()) {
      case COMPLETED ->
          run.failed() > 0 && settings.tellFailures() ? ExitCode.ARTICLES_FAILED : ExitCode.DONE;
      case STOPPED -> ExitCode.STOPPED;
      default -> ExitCode.FAILED;
    };
  }

  private Progress progress() {
    return Terminal.isInteractive() ? new BarProgress() : new LineProgress(err, System::nanoTime);
  }

  /**
   * The shutdown hook: lets the running step end, then leaves with our exit code, not the signal's.
   */
  private void stopAndWait() {
    stop.request();
    try {
      if (!ended.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        err.println("the step did not stop in time; the next start recovers");
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode.get());
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal came just now: the hook sees that the work has ended and leaves with its code.
    }
  }
}
