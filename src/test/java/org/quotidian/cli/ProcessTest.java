package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.OutputFiles;

/** Behaviour that only a separate process can show: signals, locks, exit codes. */
@Tag("process")
@Tag("slow")
class ProcessTest {

  @TempDir private Path folder;

  /** The models for English need not be loaded. */
  @BeforeEach
  void job() throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: process
        input: ["%1$s/input"]
        output: "%1$s/output"
        languages: [vi]
        chunk-size: 3
        threads: 1
        database: {url: "jdbc:hsqldb:file:%1$s/database/quotidian"}
        """
            .formatted(folder));
  }

  @Test
  void aSignalStopsTheRunAndTheSameCommandContinues() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 3000, 1);
    QuotidianProcess run = start("run");
    waitUntilAtWork(run);

    QuotidianProcess second = start("run");
    assertThat(second.exitCode()).as(second.screen()).isEqualTo(ExitCode.FAILED);
    assertThat(second.screen()).contains("in use by process " + run.pid());

    QuotidianProcess status = start("status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.screen())
        .contains("Running: process " + run.pid(), "of 3000 articles")
        .containsPattern(" 1 +process +RUNNING ");

    long signalled = System.nanoTime();
    run.terminate();
    assertThat(run.exitCode()).as(run.screen()).isEqualTo(ExitCode.STOPPED);
    assertThat(System.nanoTime() - signalled).as("nanoseconds to stop").isLessThan(20_000_000_000L);
    assertThat(run.screen()).contains("the same command continues");

    for (int i = 100; i < 3000; i++) { // so that the rest does not take long
      Files.deleteIfExists(folder.resolve("input/%03d/article-%05d.txt".formatted(i / 100, i)));
    }
    QuotidianProcess restarted = start("restart");
    assertThat(restarted.exitCode()).as(restarted.screen()).isZero();
    assertThat(restarted.screen()).contains("(continued)");
    assertThat(OutputFiles.rows(folder.resolve("output/articles.csv")).size()).isBetween(100, 2999);

    QuotidianProcess again = start("restart");
    assertThat(again.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(again.screen()).contains("no unfinished run");
  }

  @Test
  void aRunWaitsForAQuestion() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 6, 1);
    QuotidianThread first = runInThread();
    assertThat(first.exitCode()).as(first.screen()).isZero();

    String endless =
        "select count(*) from sentence a, sentence b, sentence c, sentence d, sentence e, sentence f"
            + " where a.content || b.content || c.content || d.content || e.content || f.content = ''";
    QuotidianProcess question = start("sql", "--timeout", "3", endless);
    while (question.isAlive() && !isLooking()) {
      Thread.sleep(20);
    }
    QuotidianThread run = runInThread();
    assertThat(run.exitCode()).as(run.screen()).isZero();
    assertThat(run.screen())
        .contains("Waiting for process " + question.pid(), "(sql), which is reading the database");
    assertThat(question.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(question.screen()).contains("cancelled after 3 s");
  }

  @Test
  void anAnswerThatNobodyReadsMakesWayForARun() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 12, 1);
    QuotidianThread first = runInThread();
    assertThat(first.exitCode()).as(first.screen()).isZero();

    Process question =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.quotidian.Quotidian",
                "sql",
                "job.yml",
                "--csv",
                "--timeout",
                "2",
                "select a.content from sentence a, sentence b")
            .directory(folder.toFile())
            .start(); // so its pipe is soon full
    while (question.isAlive() && !isLooking()) {
      Thread.sleep(20);
    }
    QuotidianThread run = runInThread();

    assertThat(run.exitCode()).as(run.screen()).isZero();
    assertThat(question.waitFor()).isEqualTo(ExitCode.FAILED);
    assertThat(new String(question.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("cancelled after 2 s because a run waits");
  }

  private boolean isLooking() throws IOException {
    Path look = folder.resolve("database/quotidian.look");
    return Files.exists(look) && Files.readString(look).contains("sql");
  }

  @Test
  void wrongSettingsAreSaidBeforeAnythingStarts() throws Exception {
    QuotidianProcess run = start("run", "--set", "limits.sekonds=3");

    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.screen())
        .contains("limits.sekonds: unknown key; did you mean limits.seconds?")
        .doesNotContain("at org.");
    assertThat(folder.resolve("output")).doesNotExist();
    assertThat(folder.resolve("database")).doesNotExist();
  }

  @Test
  void failedArticlesAreToldToWhoAsks() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 2, 1);
    Files.writeString(folder.resolve("input/empty.txt"), "");

    QuotidianProcess run = start("run", "--set", "tell-failures=true");

    assertThat(run.exitCode()).as(run.screen()).isEqualTo(ExitCode.ARTICLES_FAILED);
    assertThat(run.screen()).contains("articles done 2, failed 1");
  }

  /** Waits until the first articles are committed. */
  private void waitUntilAtWork(QuotidianProcess run) throws Exception {
    Path lock = folder.resolve("database/quotidian.lock");
    while (run.isAlive()
        && !(Files.exists(lock) && Files.readString(lock).contains("of 3000 articles"))) {
      Thread.sleep(20);
    }
    assertThat(run.isAlive()).as(run.screen()).isTrue();
  }

  private QuotidianThread runInThread() {
    return QuotidianThread.start("run", folder.resolve("job.yml").toString());
  }

  private QuotidianProcess start(String command, String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = command;
    arguments[1] = "job.yml";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return QuotidianProcess.start(folder, arguments);
  }
}
