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
 * A pool of threads for work that may never end by itself. Ten times a second, a watch checks the
 * running work, interrupts what has exceeded its limit and stops waiting for it. If the work
 * ignores the interrupt, its thread continues without blocking the run or the end of the program,
 * and another thread takes its place until it ends.
 *
 * <p>Work runs directly on these threads. With a second thread for each, which waited for it, a job
 * on two threads took a tenth longer.
 */
final class LimitedThreads implements DisposableBean {

  /** When the run is stopping, running work gets this long to finish. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Duration limit;
  private final StopSignal stop;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService watch;
  private final Set<Task<?>> atWork = ConcurrentHashMap.newKeySet();
  private @Nullable Deadline stopDeadline; // used only by the watch

  /**
   * @param number how many tasks run at the same time
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

    /** Does the work. Results and exceptions after the deadline are ignored. */
    @Nullable T run(Deadline deadline) throws Exception;

    /** The result to use if the deadline has passed. Called on another thread. */
    @Nullable T late();
  }

  /**
   * Does the work as soon as a thread is free.
   *
   * @return its result or, after the deadline, that of {@link Work#late}; null if it was abandoned
   *     because the run is stopping
   */
  <T> CompletableFuture<@Nullable T> submit(Work<T> work) {
    Task<T> task = new Task<>(work);
    threads.execute(task);
    return task;
  }

  /** An exception would end the watch, and memory may be full for a moment. */
  private void lookAlways() {
    try {
      look();
    } catch (OutOfMemoryError e) {
      // The next check may have enough memory.
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
    private Deadline deadline = new Deadline(limit); // replaced when the work begins
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
      } catch (Throwable e) { // passed on to whoever waits for the result
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
      Thread.interrupted(); // clears an interrupt, so that it does not hit the next task
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
