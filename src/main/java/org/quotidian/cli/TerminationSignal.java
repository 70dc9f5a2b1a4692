package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quotidian.batch.StopSignal;

/** Ends work in an orderly way when the process is asked to end, and exits with our exit code. */
final class TerminationSignal {

  /**
   * After this long, a signal ends the process anyway. The next start recovers, as after a crash.
   */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

  private final PrintWriter out;
  private final PrintWriter err;
  private final StopSignal stop = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(ExitCode.STOPPED);

  TerminationSignal(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** The signal that the work must obey. */
  StopSignal stop() {
    return stop;
  }

  /**
   * Does the work. A termination signal in the meantime asks it to stop.
   *
   * @param work returns the exit code
   */
  int during(Callable<Integer> work) throws Exception {
    Thread hook = new Thread(this::stopAndWait, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      exitCode.set(work.call());
    } finally {
      out.flush();
      err.flush();
      ended.countDown();
      if (!stop.isRequested()) {
        removeHook(hook); // otherwise the hook would set the exit code after an exception too
      }
    }
    return exitCode.get();
  }

  /**
   * The shutdown hook: lets the running step end, then exits with our exit code instead of the
   * signal's.
   */
  private void stopAndWait() {
    stop.request();
    try {
      if (!ended.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        err.println("the step did not stop in time; the next start continues the run");
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
      // The signal has just arrived. The hook sees that the work has ended and exits with its code.
    }
  }
}
