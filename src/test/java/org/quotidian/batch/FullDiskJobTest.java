package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.SmallDisk;
import org.quotidian.store.Run;
import org.quotidian.store.StoreException;

/** A disk that is full or becomes full during a run: database and output folder. */
@Tag("process")
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskJobTest {

  private static final int ARTICLES = 1_500;

  /** What a run without trouble writes, whichever test asks first. */
  private static Map<String, String> clean = Map.of();

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private Path output = Path.of("");

  @BeforeEach
  void corpus() throws IOException {
    output = folder.resolve("output");
    settings.put("report.enabled", "false");
    Files.createDirectory(folder.resolve("input"));
    writeArticles(ARTICLES);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 48})
  void aDatabaseThatFillsItsDiskFailsTheRunAndTheNextContinues(int megabytes) throws Exception {
    cleanRun();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("database"), megabytes)) {
      assertThat(problemOf(Progress.NONE)).contains("disk of " + folder.resolve("database"));
      assertThat(csvFiles()).isEmpty();

      disk.resize(2_000);
      assertThat(run(Progress.NONE).run().status()).isEqualTo(Run.Status.COMPLETED);
    }
    assertThat(OutputFiles.comparable(output)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 750, 1_490})
  void aDiskThatSomebodyElseFillsFailsTheRunAndTheNextContinues(int after) throws Exception {
    cleanRun();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("database"), 400)) {
      assertThat(problemOf(new Filling(disk, after, 0))).contains(folder + "/database");
      assertThat(csvFiles()).isEmpty();

      disk.free();
      assertThat(run(Progress.NONE).run().status()).isEqualTo(Run.Status.COMPLETED);
    }
    assertThat(OutputFiles.comparable(output)).isEqualTo(clean);
  }

  @Test
  void goodFilesStayWhenTheDatabaseLostWhatTheRunWrote() throws Exception {
    try (SmallDisk disk = SmallDisk.at(folder.resolve("database"), 400)) {
      run(Progress.NONE);
      Map<String, String> good = csvFiles();
      writeArticles(ARTICLES + 500);

      assertThat(problemOf(new Filling(disk, 40, 0))).contains(folder + "/database");

      assertThat(csvFiles()).isEqualTo(good);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFullOutputFolderKeepsTheGoodFiles(boolean jsonLines) throws Exception {
    settings.put("json-lines", String.valueOf(jsonLines));
    try (SmallDisk disk = SmallDisk.at(output, 50)) {
      writeArticles(500);
      run(Progress.NONE);
      Map<String, String> good = csvFiles();
      writeArticles(1_000);
      disk.fill(400_000);

      assertThat(problemOf(Progress.NONE)).contains("cannot write " + output, "space");

      assertThat(csvFiles()).isEqualTo(good);
      try (Stream<Path> files = Files.list(output)) {
        assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
      }
      disk.free();
      assertThat(run(Progress.NONE).run().status()).isEqualTo(Run.Status.COMPLETED);
      assertThat(OutputFiles.rows(output.resolve("articles.csv"))).hasSize(1_000);
    }
  }

  /** Fills a disk when a given number of articles are done. */
  private static final class Filling implements Progress {

    private final SmallDisk disk;
    private final int after;
    private final long left;
    private final AtomicInteger articles = new AtomicInteger();
    private volatile boolean extracting;

    /**
     * @param left bytes to leave free
     */
    Filling(SmallDisk disk, int after, long left) {
      this.disk = disk;
      this.after = after;
      this.left = left;
    }

    @Override
    public void begin(String step, long total) {
      extracting = step.equals("extract");
    }

    @Override
    public void advance(int failed) {
      if (extracting && articles.incrementAndGet() == after) {
        try {
          disk.fill(left);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public void end() {
      extracting = false;
    }
  }

  private RunResult run(Progress progress) throws IOException {
    return TestRun.of(TestRun.job(folder, settings), new StopSignal(), progress);
  }

  /**
   * The reason why the run failed, as it must. A run ends as FAILED or, if that cannot be stored,
   * with an exception.
   */
  private String problemOf(Progress progress) throws IOException {
    RunResult[] result = new RunResult[1];
    Throwable thrown = catchThrowable(() -> result[0] = run(progress));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(StoreException.class);
      return String.valueOf(thrown.getMessage());
    }
    assertThat(result[0].run().status()).isEqualTo(Run.Status.FAILED);
    return String.join("; ", result[0].errors());
  }

  private void cleanRun() throws IOException {
    if (!clean.isEmpty()) {
      return;
    }
    Path elsewhere = Files.createDirectory(folder.resolve("clean"));
    Map<String, String> undisturbed = new LinkedHashMap<>(settings);
    undisturbed.put("input", folder.resolve("input").toString());
    TestRun.of(TestRun.job(elsewhere, undisturbed));
    clean = OutputFiles.comparable(elsewhere.resolve("output"));
  }

  private Map<String, String> csvFiles() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String table : CorpusExport.TABLES) {
      for (String name : List.of(table + ".csv", table + ".jsonl")) {
        Path file = output.resolve(name);
        if (Files.exists(file)) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private void writeArticles(int number) throws IOException {
    try (Writer lines = Files.newBufferedWriter(folder.resolve("input/all.jsonl"))) {
      for (int i = 0; i < number; i++) {
        String paragraph =
            "Sáng nay chợ họp sớm, đến trưa thì mưa. Hàng thứ " + i + " dọn về, bà Na nói vậy. ";
        lines.write(
            "{\"id\": \"%d\", \"title\": \"Tin số %d\", \"text\": \"%s\"}%n"
                .formatted(i, i, paragraph.repeat(25)));
      }
    }
  }
}
