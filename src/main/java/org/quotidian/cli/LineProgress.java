package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.quotidian.batch.Progress;

/** Prints a line of progress every ten seconds, for logs and pipes: articles, rate, time left. */
final class LineProgress implements Progress {

  private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private final AtomicLong articles = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private volatile String step = "";
  private volatile long total;
  private volatile long began;
  private final AtomicLong nextLine = new AtomicLong();

  LineProgress(PrintWriter out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void begin(String step, long total) {
    this.step = step;
    this.total = total;
    articles.set(0);
    failures.set(0);
    began = nanoTime.getAsLong();
    nextLine.set(began + EVERY_NANOS);
    if (total > 0) {
      out.println(String.format(Locale.ROOT, "%s: %,d articles", step, total));
      out.flush();
    }
  }

  @Override
  public void advance(int failed) {
    articles.incrementAndGet();
    failures.addAndGet(failed);
    long now = nanoTime.getAsLong();
    long due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + EVERY_NANOS)) {
      out.println(line(now));
      out.flush();
    }
  }

  private String line(long now) {
    double perSecond = articles.get() * 1e9 / Math.max(1, now - began);
    StringBuilder line =
        new StringBuilder(String.format(Locale.ROOT, "%s: %,d", step, articles.get()));
    if (total > 0) {
      line.append(String.format(Locale.ROOT, " of %,d", total));
    }
    line.append(String.format(Locale.ROOT, " articles, %.1f a second", perSecond));
    if (failures.get() > 0) {
      line.append(String.format(Locale.ROOT, ", %,d failed", failures.get()));
    }
    if (total > 0 && perSecond > 0) {
      long seconds = (long) Math.ceil((total - articles.get()) / perSecond);
      line.append(", ").append(Durations.words(Duration.ofSeconds(seconds))).append(" left");
    }
    return line.toString();
  }

  @Override
  public void end() {}
}
