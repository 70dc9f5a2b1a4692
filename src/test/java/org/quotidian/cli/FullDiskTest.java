package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.SmallDisk;
import org.quotidian.batch.OutputFiles;
import org.quotidian.store.NoRoom;

/** Messages and behaviour of the program on a full disk, in separate processes. */
@Tag("process")
@Tag("slow")
class FullDiskTest {

  private static final int ARTICLES = 600;

  /** The results of an undisturbed run, created by the first test that needs them. */
  private static Map<String, String> clean = Map.of();

  @TempDir private Path folder;

  @Test
  void aDiskWithLessThanIsNeededIsNamedByAFolderThatExists() {
    assertThat(NoRoom.on(folder.resolve("not/yet/there"), Long.MAX_VALUE))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .matches("there is too little space on the disk of .+ \\(\\d+ MB left\\)")
                    .contains(" " + folder + " "));
  }

  @Test
  void nothingIsSaidOfADiskWithSpaceEnough() {
    assertThat(NoRoom.on(folder, 1)).isEmpty();
  }

  @Test
  void theRunSaysWhichDiskIsFullAndTheSameCommandContinues() throws Exception {
    writeJob();
    writeArticles();
    cleanRun();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("database"), 40)) {
      QuotidianProcess run = start(Map.of());
      assertThat(run.exitCode()).as(run.screen()).isEqualTo(ExitCode.FAILED);
      assertThat(run.screen())
          .contains("too little space on the disk of " + folder.toRealPath() + "/database")
          .contains("the same command continues")
          .doesNotContain("at org.", "articles done");
      assertThat(folder.resolve("output/articles.csv")).doesNotExist();

      disk.resize(500);
      QuotidianThread again = QuotidianThread.start("run", folder.resolve("job.yml").toString());
      assertThat(again.exitCode()).as(again.screen()).isZero();
    }
    assertThat(OutputFiles.comparable(folder.resolve("output"))).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 400})
  void aRunKilledWhileTheDiskIsFullGoesOn(int milliseconds) throws Exception {
    writeJob();
    writeArticles();
    cleanRun();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("database"), 400)) {
      QuotidianProcess run = start(Map.of());
      while (run.isAlive() && QuotidianProcess.progress(folder.resolve("database")) < 200) {
        Thread.sleep(5);
      }
      disk.fill(0);
      Thread.sleep(milliseconds);
      run.kill();

      QuotidianProcess full = start(Map.of());
      assertThat(full.exitCode()).as(full.screen()).isEqualTo(ExitCode.FAILED);
      assertThat(full.screen()).contains("too little space on the disk of").doesNotContain("at o");

      disk.free();
      QuotidianThread again = QuotidianThread.start("run", folder.resolve("job.yml").toString());
      assertThat(again.exitCode()).as(again.screen()).isZero();
    }
    assertThat(OutputFiles.comparable(folder.resolve("output"))).isEqualTo(clean);
  }

  @Test
  void withoutRoomForTemporaryFilesTheRunEndsAndNoArticleIsBlamed() throws Exception {
    writeJob();
    Files.createDirectories(folder.resolve("input"));
    writeWordDocument(folder.resolve("input/a.docx"));
    try (SmallDisk disk = SmallDisk.at(folder.resolve("temporary"), 2)) {
      Map<String, String> there =
          Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("temporary"));
      disk.fill(0);
      QuotidianProcess run = start(there);
      assertThat(run.exitCode()).as(run.screen()).isEqualTo(ExitCode.FAILED);
      assertThat(run.screen())
          .contains("there is no space for temporary files in " + folder.resolve("temporary"));

      disk.free();
      QuotidianProcess again = start(there);
      assertThat(again.exitCode()).as(again.screen()).isZero();
      assertThat(again.screen()).contains("articles done 1, failed 0");
    }
  }

  private void writeJob() throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: full
        input: ["%1$s/input"]
        output: "%1$s/output"
        report: {enabled: false}
        database: {url: "jdbc:hsqldb:file:%1$s/database/quotidian"}
        """
            .formatted(folder));
  }

  private QuotidianProcess start(Map<String, String> environment) throws IOException {
    return QuotidianProcess.start(folder, "org.quotidian.Quotidian", environment, "run", "job.yml");
  }

  private void cleanRun() throws Exception {
    if (!clean.isEmpty()) {
      return;
    }
    QuotidianThread run =
        QuotidianThread.start(
            "run",
            folder.resolve("job.yml").toString(),
            "--output",
            folder.resolve("clean").toString(),
            "--set",
            "database.url=jdbc:hsqldb:file:" + folder.resolve("elsewhere/quotidian"));
    assertThat(run.exitCode()).as(run.screen()).isZero();
    clean = OutputFiles.comparable(folder.resolve("clean"));
  }

  /**
   * In French, in which only sentences are found, so that no model is needed and the database
   * grows.
   */
  private void writeArticles() throws IOException {
    Files.createDirectories(folder.resolve("input"));
    try (Writer lines = Files.newBufferedWriter(folder.resolve("input/all.jsonl"))) {
      for (int i = 0; i < ARTICLES; i++) {
        String text =
            "Le marché ouvre tôt ce matin, et la pluie tombe à midi. La voiture numéro "
                + i
                + " part sans attendre les autres, dit la marchande. ";
        lines.write(
            "{\"id\": \"%d\", \"title\": \"Le marché, numéro %d\", \"text\": \"%s\"}%n"
                .formatted(i, i, text.repeat(20)));
      }
    }
  }

  private static void writeWordDocument(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("Le marché ouvre tôt, et la pluie tombe.");
      document.write(out);
    }
  }
}
