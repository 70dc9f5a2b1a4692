package org.quotidian.batch;

import java.time.Duration;

/** When work has to be done. It can be put off while something else than the work takes time. */
final class Deadline {

  private volatile long nanoTime;
  private volatile boolean putOff;

  /** Begins now. */
  Deadline(Duration limit) {
    this.nanoTime = System.nanoTime() + limit.toNanos();
  }

  /** Nanoseconds until it has passed, negative from then on; the largest number while put off. */
  long left() {
    return putOff ? Long.MAX_VALUE : nanoTime - System.nanoTime();
  }

  /** Runs what does not count; for the one thread that does the work. */
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
