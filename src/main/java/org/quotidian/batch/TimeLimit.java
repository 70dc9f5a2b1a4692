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
   * @param nanos how long it may take
   * @throws TimeoutException if it takes longer
   * @throws CancellationException if it was given up because the run is to stop
   * @throws Exception what the work throws
   */
  <T> T call(Callable<T> work, long nanos) throws Exception {
    Future<T> future = threads.submit(work);
    long deadline = System.nanoTime() + nanos;
    long stopDeadline = Long.MAX_VALUE;
    try {
      while (true) {
        long now = System.nanoTime();
        if (stop.isRequested() && stopDeadline == Long.MAX_VALUE) {
          stopDeadline = now + GRACE.toNanos();
        }
        try {
          return future.get(
              Math.max(0, Math.min(LOOK.toNanos(), deadline - now)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() - deadline >= 0) {
            throw e;
          }
          if (stopDeadline != Long.MAX_VALUE && System.nanoTime() - stopDeadline >= 0) {
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
