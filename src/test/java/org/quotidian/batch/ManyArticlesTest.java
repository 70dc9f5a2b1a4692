package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
import org.quotidian.store.Run;
import org.quotidian.store.RunStep;

/**
 * A run over many articles is as fast for the last ones as for the first, in the same memory;
 * {@code -Dquotidian.many.articles=1000000} for a long one.
 */
@Tag("slow")
class ManyArticlesTest {

  private static final int ARTICLES = Integer.getInteger("quotidian.many.articles", 20_000);
  private static final int PARTS = 10;

  /** One tenth compared with another, on a machine with other load. */
  private static final double SLOWEST = 2;

  private static final long GROWTH = 64L << 20; // bytes

  @TempDir private Path folder;

  @Test
  void theLastArticlesAreAsFastAsTheFirstInTheSameMemory() throws IOException {
    writeArticles();
    JobSettings job = job();
    Tenths tenths = new Tenths();
    RunResult result;
    try (LiveHeap heap = new LiveHeap()) {
      result = TestRun.of(job, new StopSignal(), tenths);
      tenths.print();
      printSteps(job, result.run(), heap);
    }
    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(ARTICLES);
    // During the first two tenths, Java compiles code and the database's cache fills.
    assertThat(tenths.seconds.get(PARTS - 1)).isLessThan(SLOWEST * tenths.seconds.get(2));
    assertThat(tenths.live.get(PARTS - 1)).isLessThan(tenths.live.get(2) + GROWTH);
  }

  private static void printSteps(JobSettings job, Run run, LiveHeap heap) {
    try (Database database = Database.open(BatchApplication.address(job)).orElseThrow()) {
      for (RunStep step : database.runs().steps(run.runId())) {
        System.out.printf(
            Locale.ROOT,
            "%-10s %7.1f s, %4d MB live at most%n",
            step.name(),
            step.duration().orElseThrow().toMillis() / 1000.0,
            heap.most(step) >> 20);
      }
    }
  }

  /** The live heap after the last garbage collection, checked regularly. */
  private static final class LiveHeap implements AutoCloseable {

    private static final long EVERY = 200; // milliseconds

    private final NavigableMap<Instant, Long> bytes = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    LiveHeap() {
      clock.scheduleWithFixedDelay(
          () -> bytes.put(Instant.now(), live()), 0, EVERY, TimeUnit.MILLISECONDS);
    }

    private static long live() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
          .mapToLong(pool -> pool.getCollectionUsage().getUsed())
          .sum();
    }

    long most(RunStep step) {
      Instant begin = Objects.requireNonNull(step.startedAt());
      return bytes
          .subMap(begin, begin.plus(step.duration().orElseThrow()).plusMillis(EVERY))
          .values()
          .stream()
          .mapToLong(Long::longValue)
          .max()
          .orElse(0);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  /** The seconds that each tenth of the articles took, and the live heap after it in bytes. */
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
    return JobFile.read(file, Map.of(), List.of());
  }
}
