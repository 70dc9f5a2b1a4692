package org.quotidian.batch;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Bounds the time of work that may not come to an end by itself. Work over its limit is interrupted
 * and no longer waited for; if it does not heed the interrupt, its thread goes on without holding
 * up the run or the end of the program.
 */
final class TimeLimit implements DisposableBean {

  /** After a stop was asked for, running articles get this long to come to their end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final StopSignal stop;
  private final ExecutorService threads;

  TimeLimit(StopSignal stop) {
    this.stop = stop;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "article-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs {@code work} and waits for it.
   *
   * @throws TimeoutException if it is not done by its deadline
   * @throws CancellationException if it was given up because the run is to stop
   * @throws Exception what the work throws
   */
  <T> T call(Callable<T> work, Deadline deadline) throws Exception {
    Future<T> future = threads.submit(work);
    @Nullable Deadline stopDeadline = null;
    try {
      while (true) {
        if (stop.isRequested() && stopDeadline == null) {
          stopDeadline = new Deadline(GRACE);
        }
        try {
          long wait = Math.min(LOOK.toNanos(), deadline.left());
          return future.get(Math.max(0, wait), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (deadline.left() <= 0) {
            throw e;
          }
          if (stopDeadline != null && stopDeadline.left() <= 0) {
            throw new CancellationException("stopped on request");
          }
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    } finally {
      future.cancel(true);
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
