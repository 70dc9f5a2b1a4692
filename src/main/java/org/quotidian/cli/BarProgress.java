package org.quotidian.cli;

import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.Progress;

/** Shows a progress bar on the terminal: articles, rate, time left. */
final class BarProgress implements Progress {

  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable ProgressBar bar;

  @Override
  public void begin(String step, long total) {
    if (total == 0) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName(step)
            .setInitialMax(total)
            .setUnit(" articles", 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(250)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build();
  }

  @Override
  public void advance(int failed) {
    ProgressBar current = bar;
    if (current != null) {
      current.step();
      if (failed > 0) {
        current.setExtraMessage(" " + failures.addAndGet(failed) + " failed");
      }
    }
  }

  @Override
  public void end() {
    ProgressBar current = bar;
    bar = null;
    if (current != null) {
      current.close();
    }
  }
}
