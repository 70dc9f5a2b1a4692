package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotidian.store.Database;
import org.quotidian.store.InputFiles;
import org.quotidian.store.KnownFile;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Files that are added, removed and changed between runs: only those are read, and the results are
 * the same.
 */
@Tag("slow")
class ChangingInputsTest {

  private static final int NIGHTS = Integer.getInteger("quotidian.changing.nights", 6);
  private static final int SEQUENCES = Integer.getInteger("quotidian.changing.sequences", 2);

  /** Longer than a tick of the file system's clock, in ms. */
  private static final long TICK = 30;

  private static final List<String> NAMES =
      List.of(
          "a.txt",
          "b.txt",
          "b",
          "b-c.txt",
          "c/d.txt",
          "c/e/f.txt",
          "c.txt",
          "two\nlines\\n.txt",
          "x.jsonl",
          "c/x.jsonl",
          "y.zip",
          "z.jsonl.gz",
          "t.csv");

  @TempDir private Path folder;
  private Path input = Path.of("");
  private Path output = Path.of("");
  private final Map<String, String> settings = new LinkedHashMap<>();
  private int texts;

  @BeforeEach
  void corpus() throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    output = folder.resolve("output");
    settings.put("disappeared", "remove");
    settings.put("trust-times-after", "10ms");
    settings.put("report.enabled", "false");
  }

  @Test
  void aNightInWhichNothingChangedReadsNothing() throws Exception {
    GeneratedArticles.write(input, 20, 1);
    Files.write(input.resolve("x.jsonl"), lines(1000));
    run();

    RunResult second = run();

    assertThat(read(second.run())).isZero();
    assertThat(second.run().items()).isEqualTo(1020);
    assertThat(second.run().pending()).isZero();
    assertThat(second.nothingToDo()).isTrue();
    Files.writeString(input.resolve("new.txt"), text("New"));
    RunResult third = run();
    assertThat(read(third.run())).isEqualTo(1);
    assertThat(third.run().items()).isEqualTo(1021);
    assertThat(third.run().done()).isEqualTo(1);
    assertThat(read(run().run())).isZero();
  }

  @Test
  void aFileRewrittenWithItsOldSizeAndTimeIsNoticed() throws Exception {
    Path file = Files.writeString(input.resolve("a.txt"), text("One"));
    FileTime time = Files.getLastModifiedTime(file);
    run();

    Files.writeString(file, text("Two"));
    Files.setLastModifiedTime(file, time);

    assertThat(run().run().done()).isEqualTo(1);
    assertThat(Files.readString(output.resolve("sentences.csv")))
        .contains("Two")
        .doesNotContain("One");
  }

  @Test
  void aFileChangedJustBeforeItWasReadIsReadAgain() throws Exception {
    settings.put("trust-times-after", "1h");
    Files.writeString(input.resolve("a.txt"), text("One"));
    run();

    assertThat(read(run().run())).isEqualTo(1);
    settings.put("trust-times-after", "10ms");
    assertThat(read(run().run())).isEqualTo(1); // it was too new for the last run
    assertThat(read(run().run())).isZero();
  }

  @Test
  void allIsReadWhenItMayHaveOtherArticlesOrIsAskedFor() throws Exception {
    GeneratedArticles.write(input, 3, 2);
    run();
    assertThat(read(run().run())).isZero();

    for (Map<String, String> other :
        List.of(
            Map.of("trust-times-after", "0s"),
            Map.of("incremental", "false"),
            Map.of("limits.characters", "199999"),
            Map.of("disappeared", "keep"),
            Map.of("repeated-lines.articles", "3"))) {
      Map<String, String> before = Map.copyOf(settings);
      settings.putAll(other);
      assertThat(read(run().run())).as(other.toString()).isEqualTo(3);
      settings.clear();
      settings.putAll(before);
      run();
      assertThat(read(run().run())).isZero();
    }
  }

  @Test
  void whatCouldNotBeReadIsReadAgainAlthoughItsFileIsTheSame() throws Exception {
    GeneratedArticles.write(input, 4, 3);
    Path articles = input.resolve("000");
    Path kept = folder.resolve("kept");
    run(
        new Progress() {
          @Override
          public void begin(String step, long total) {
            if (step.equals("extract")) {
              unchecked(() -> Files.createSymbolicLink(articles, Files.move(articles, kept)));
            }
          }

          @Override
          public void advance(int failed) {}

          @Override
          public void end() {}
        });
    assertThat(OutputFiles.rows(output.resolve("failures.csv"))).hasSize(4);

    Files.delete(articles);
    Files.move(kept, articles);

    assertThat(run().run().done()).isEqualTo(4);
    assertThat(OutputFiles.rows(output.resolve("failures.csv"))).isEmpty();
    assertThat(read(run().run())).isZero();
  }

  @Test
  void whatAppearsAndDisappearsBesideFilesThatAreNotReadIsKnown() throws Exception {
    GeneratedArticles.write(input, 3, 4);
    Files.write(input.resolve("x.jsonl"), lines(5));
    run();
    List<String> lines = Files.readAllLines(input.resolve("x.jsonl"));
    Files.write(input.resolve("x.jsonl"), lines.subList(1, 4));
    Files.delete(input.resolve("000/article-00001.txt"));

    RunResult second = run();

    assertThat(second.run().removed()).isEqualTo(3);
    assertThat(second.run().done()).isZero();
    assertThat(OutputFiles.rows(output.resolve("articles.csv"))).hasSize(5);
  }

  @Test
  void whatWasKeptBeforeIsRemovedWhenTheJobSaysSo() throws Exception {
    settings.put("disappeared", "keep");
    GeneratedArticles.write(input, 3, 5);
    run();
    Files.delete(input.resolve("000/article-00001.txt"));
    run();
    run();
    settings.put("disappeared", "remove");

    assertThat(run().run().removed()).isEqualTo(1);
  }

  static IntStream sequences() {
    return IntStream.rangeClosed(1, SEQUENCES);
  }

  /** With runs that are stopped or fail, and old ones that are purged. */
  @ParameterizedTest
  @MethodSource("sequences")
  void everyNightEndsAsAFirstRunWould(int seed) throws Exception {
    Random random = new Random(seed);
    Files.writeString(input.resolve("always.txt"), text("Always"));
    for (int night = 0; night < NIGHTS; night++) {
      List<String> story = new ArrayList<>();
      change(random, story);
      if (random.nextInt(3) == 0) {
        Run.Status status = run(breakingOff(random, story)).run().status();
        story.add("run " + status);
        if (random.nextBoolean()) {
          change(random, story);
          settleRun();
        }
      }
      boolean other = random.nextInt(5) == 0;
      Map<String, String> before = Map.copyOf(settings);
      if (other) {
        settings.putAll(
            List.of(
                    Map.of("trust-times-after", "0s"),
                    Map.of("incremental", "false"),
                    Map.of("disappeared", "keep"))
                .get(random.nextInt(3)));
        run();
        settings.clear();
        settings.putAll(before);
      }
      settleRun();
      if (random.nextInt(3) == 0) {
        purge();
      }

      assertThat(OutputFiles.comparable(output))
          .as("sequence %s, night %s: %s", seed, night, story)
          .isEqualTo(first(night));
    }
  }

  /** Runs until a run completes. */
  private void settleRun() throws Exception {
    while (run().run().status() != Run.Status.COMPLETED) {
      continue;
    }
  }

  private Progress breakingOff(Random random, List<String> story) {
    String step = List.of("discover", "extract", "extract").get(random.nextInt(3));
    int after = random.nextInt(4);
    story.add("broken off in " + step + " after " + after);
    return new Progress() {
      private int left = Integer.MAX_VALUE;

      @Override
      public synchronized void begin(String begun, long total) {
        left = begun.equals(step) ? after : Integer.MAX_VALUE;
      }

      @Override
      public synchronized void advance(int failed) {
        if (left-- == 0 && step.equals("discover")) {
          throw new IllegalStateException("broken off");
        }
        if (left < 0) {
          stop.request();
        }
      }

      @Override
      public void end() {}
    };
  }

  private StopSignal stop = new StopSignal();

  private Map<String, String> first(int night) throws Exception {
    Map<String, String> fresh = new LinkedHashMap<>(settings);
    Path there = folder.resolve("first-" + night);
    fresh.put("output", there.toString());
    fresh.put("database.url", "jdbc:hsqldb:file:" + folder.resolve("first-db-" + night + "/db"));
    TestRun.of(TestRun.job(folder, fresh));
    return OutputFiles.comparable(there);
  }

  private void change(Random random, List<String> story) throws Exception {
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      Path file = input.resolve(name);
      int kind = random.nextInt(10);
      story.add(kind + " " + name);
      if (kind < 4 || !Files.exists(file)) {
        write(file, content(name, random));
      } else if (kind == 4) {
        delete(file);
      } else if (kind == 5) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + i));
      } else if (kind == 6 && Files.isRegularFile(file)) {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(
            file,
            Files.readString(file, StandardCharsets.ISO_8859_1).replace('1', 'x'),
            StandardCharsets.ISO_8859_1);
        Files.setLastModifiedTime(file, time);
      } else if (kind == 7 && Files.isRegularFile(file)) {
        Path other = input.resolve("moved-" + i + name.substring(name.lastIndexOf('.') + 1));
        delete(other);
        Files.move(file, other);
      } else if (kind == 8) {
        delete(file);
        write(file.resolve("inner.txt"), text("Inner").getBytes(StandardCharsets.UTF_8));
      } else if (kind == 9) {
        delete(file);
        Files.createSymbolicLink(file, Path.of("nowhere"));
      }
    }
    Thread.sleep(TICK);
  }

  private byte[] content(String name, Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (name.endsWith(".zip")) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (int i = 0; i < 4; i++) {
          if (random.nextBoolean()) {
            zip.putNextEntry(new ZipEntry(i + ".txt"));
            zip.write(text("Packed").getBytes(StandardCharsets.UTF_8));
          }
        }
        zip.putNextEntry(new ZipEntry("last.jsonl"));
        zip.write(records(random));
      }
    } else if (name.endsWith(".gz")) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(records(random));
      }
    } else if (name.endsWith(".jsonl")) {
      bytes.write(records(random));
    } else if (name.endsWith(".csv")) {
      bytes.write("id,text\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < random.nextInt(4); i++) {
        bytes.write(
            (i + "," + text("Row").replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } else if (random.nextInt(6) > 0) { // otherwise it is empty
      bytes.write(text("Text").getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private byte[] records(Random random) {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      if (random.nextBoolean()) {
        records.append(record("k" + i));
      }
    }
    return records.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] lines(int number) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < number; i++) {
      lines.append(record("k" + i));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String record(String key) {
    return "{\"id\": \"%s\", \"text\": \"%s\"}%n".formatted(key, text("Record").replace("\n", " "));
  }

  /** All texts have the same length, but each is unique. */
  private String text(String what) {
    return "%s in Alden\n\nIt rained for %06d days.\n".formatted(what, ++texts);
  }

  private static void write(Path file, byte[] content) throws IOException {
    for (Path above = file.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        Files.delete(above);
      }
    }
    delete(file);
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, content);
  }

  private static void delete(Path file) throws IOException {
    if (!Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        file,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(one);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path one, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(one);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void unchecked(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunResult run() throws Exception {
    return run(Progress.NONE);
  }

  private RunResult run(Progress progress) throws Exception {
    Thread.sleep(TICK);
    stop = new StopSignal();
    return TestRun.of(TestRun.job(folder, settings), stop, progress);
  }

  /** How many items of a run come from files that it read. */
  private int read(Run run) throws IOException {
    var address = BatchApplication.address(TestRun.job(folder, settings));
    var dataSource =
        new SingleConnectionDataSource(address.jdbcUrl(), address.user(), address.password(), true);
    try {
      int items = 0;
      for (var files = new InputFiles(new JdbcTemplate(dataSource)).of(run.runId());
          files.hasNext(); ) {
        KnownFile file = files.next();
        items += file.isRead() ? file.items() : 0;
      }
      return items;
    } finally {
      dataSource.destroy();
    }
  }

  private void purge() throws IOException {
    var job = TestRun.job(folder, settings);
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        Database database = Database.open(BatchApplication.address(job)).orElseThrow()) {
      List<Run> runs = database.runs().latest(1000);
      org.quotidian.store.Purge.old(runs, 0, java.time.Instant.now())
          .forEach(run -> database.purge().removeRun(run.runId()));
    }
  }
}
