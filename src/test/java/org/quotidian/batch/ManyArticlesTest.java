package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Run;

/**
 * A run over many articles takes as long for the last ones as for the first, in the same memory;
 * {@code -Dquotidian.many.articles=1000000} for a long one.
 */
class ManyArticlesTest {

  private static final int ARTICLES = Integer.getInteger("quotidian.many.articles", 20_000);
  private static final int PARTS = 10;

  /** A tenth against another, on a machine that does other things too. */
  private static final double SLOWEST = 2;

  private static final long GROWTH = 64L << 20; // bytes

  @TempDir private Path folder;

  @Test
  void theLastArticlesAreAsFastAsTheFirstInTheSameMemory() throws IOException {
    writeArticles();
    JobSettings job = job();
    Tenths tenths = new Tenths();
    RunResult result = TestRun.of(job, new StopSignal(), tenths);

    tenths.print();
    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(ARTICLES);
    // The first two tenths are compiled, and fill the database's cache.
    assertThat(tenths.seconds.get(PARTS - 1)).isLessThan(SLOWEST * tenths.seconds.get(2));
    assertThat(tenths.live.get(PARTS - 1)).isLessThan(tenths.live.get(2) + GROWTH);
  }

  /** Seconds that each tenth of the articles took, and the live heap after it in bytes. */
  private static final class Tenths implements Progress {

    private final AtomicInteger articles = new AtomicInteger();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Long> live = new ArrayList<>();
    private boolean extracting;
    private long since;

    @Override
    public void begin(String step, long total) {
      extracting = step.equals("extract");
      since = System.nanoTime();
    }

    @Override
    public synchronized void advance(int failed) {
      if (extracting && articles.incrementAndGet() % (ARTICLES / PARTS) == 0) {
        seconds.add((System.nanoTime() - since) / 1e9);
        System.gc();
        live.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        since = System.nanoTime();
      }
    }

    @Override
    public void end() {
      extracting = false;
    }

    void print() {
      for (int i = 0; i < seconds.size(); i++) {
        System.out.printf(
            Locale.ROOT,
            "%,9d articles: %6.3f ms an article, %4d MB live%n",
            (i + 1) * (ARTICLES / PARTS),
            1000 * seconds.get(i) / (ARTICLES / PARTS),
            live.get(i) >> 20);
      }
    }
  }

  private void writeArticles() throws IOException {
    Files.createDirectory(folder.resolve("input"));
    try (Writer lines = Files.newBufferedWriter(folder.resolve("input/all.jsonl"))) {
      for (int i = 0; i < ARTICLES; i++) {
        lines.write(
            """
            {"id": "%d", "title": "Tin ngắn số %d", "text": "Sáng nay chợ họp sớm. Người mua \
            không đông, bà Na nói vậy.\\n\\nĐến trưa thì mưa, hàng thứ %d dọn về."}
            """
                .formatted(i, i, i));
      }
    }
  }

  private JobSettings job() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yml"),
            """
            corpus: many
            input: ["%1$s/input"]
            output: "%1$s/output"
            threads: 2
            database: {url: "jdbc:hsqldb:file:%1$s/database/quotidian"}
            """
                .formatted(folder));
    return JobFile.read(file, Map.of());
  }
}
