package org.quotidian.batch;

import java.time.Duration;

/**
 * A point in time by which work must be done. It can be postponed while something else takes time.
 */
final class Deadline {

  private volatile long nanoTime;
  private volatile boolean putOff;

  /** The time limit starts now. */
  Deadline(Duration limit) {
    this.nanoTime = System.nanoTime() + limit.toNanos();
  }

  /** Nanoseconds until the deadline; negative after it; the largest number while postponed. */
  long left() {
    return putOff ? Long.MAX_VALUE : nanoTime - System.nanoTime();
  }

  /**
   * Runs something that does not count towards the time limit. May be called only by the thread
   * that does the work.
   */
  void putOffFor(Runnable something) {
    long left = left();
    putOff = true;
    try {
      something.run();
    } finally {
      nanoTime = System.nanoTime() + left;
      putOff = false;
    }
  }
}
