package org.quotidian.batch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Threads for work that may not come to an end by itself. A watch looks at what is at work ten
 * times a second: what is over its limit is interrupted and no longer waited for. If it does not
 * heed the interrupt, its thread goes on without holding up the run or the end of the program, and
 * another takes its place until it is back.
 *
 * <p>Work runs on these threads themselves: with a second thread for each, so that the first could
 * wait for it, a job on two threads took a tenth longer.
 */
final class LimitedThreads implements DisposableBean {

  /** After a stop was asked for, running work gets this long to come to its end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Duration limit;
  private final StopSignal stop;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService watch;
  private final Set<Task<?>> atWork = ConcurrentHashMap.newKeySet();
  private @Nullable Deadline stopDeadline; // for the watch alone

  /**
   * @param number how many works are done at the same time
   * @param limit how long each may take
   */
  LimitedThreads(int number, Duration limit, StopSignal stop) {
    this.limit = limit;
    this.stop = stop;
    this.threads =
        new ThreadPoolExecutor(
            number,
            Integer.MAX_VALUE,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("extract-"));
    this.watch = Executors.newSingleThreadScheduledExecutor(daemons("time-limit-"));
    watch.scheduleWithFixedDelay(
        this::lookAlways, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static CustomizableThreadFactory daemons(String name) {
    CustomizableThreadFactory factory = new CustomizableThreadFactory(name);
    factory.setDaemon(true);
    return factory;
  }

  /** Work with a deadline. */
  interface Work<T> {

    /** Does it. What it returns or throws after its deadline is not looked at. */
    @Nullable T run(Deadline deadline) throws Exception;

    /**
     * What stands for its result when it was not done by its deadline; called on another thread.
     */
    @Nullable T late();
  }

  /**
   * Does the work when a thread is free.
   *
   * @return its result, or what stands for it; null if it was given up because the run is to stop
   */
  <T> CompletableFuture<@Nullable T> submit(Work<T> work) {
    Task<T> task = new Task<>(work);
    threads.execute(task);
    return task;
  }

  /** What a watch throws ends it, and the memory may be full for a moment. */
  private void lookAlways() {
    try {
      look();
    } catch (OutOfMemoryError e) {
      // the next look may have some
    }
  }

  private void look() {
    if (stopDeadline == null && stop.isRequested()) {
      stopDeadline = new Deadline(GRACE);
    }
    boolean stopped = stopDeadline != null && stopDeadline.left() <= 0;
    for (Task<?> task : atWork) {
      if (stopped) {
        task.giveUp();
      } else if (task.deadline.left() <= 0) {
        task.giveUpLate();
      }
    }
  }

  private synchronized void changeNumber(int by) {
    if (!threads.isShutdown()) {
      threads.setCorePoolSize(threads.getCorePoolSize() + by);
    }
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
    threads.shutdownNow();
  }

  private final class Task<T> extends CompletableFuture<@Nullable T> implements Runnable {

    private final Work<T> work;
    private Deadline deadline = new Deadline(limit); // anew when it begins
    private @Nullable Thread thread;
    private boolean abandoned;

    Task(Work<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (!begin()) {
        return;
      }
      try {
        complete(work.run(deadline));
      } catch (Throwable e) { // whoever waits for the result is told
        completeExceptionally(e);
      } finally {
        end();
      }
    }

    private synchronized boolean begin() {
      if (isDone()) {
        return false;
      }
      thread = Thread.currentThread();
      deadline = new Deadline(limit);
      atWork.add(this);
      return true;
    }

    private synchronized void end() {
      atWork.remove(this);
      thread = null;
      Thread.interrupted(); // the next work on this thread was not meant
      if (abandoned) {
        changeNumber(-1);
      }
    }

    void giveUp() {
      if (complete(null)) {
        abandon();
      }
    }

    void giveUpLate() {
      if (complete(work.late())) {
        abandon();
      }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      boolean cancelled = super.cancel(mayInterrupt);
      if (cancelled) {
        abandon();
      }
      return cancelled;
    }

    private synchronized void abandon() {
      if (thread != null) {
        abandoned = true;
        thread.interrupt();
        changeNumber(1);
      }
    }
  }
}
