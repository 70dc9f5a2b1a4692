package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.store.Run;

/** A run after another one: new and changed articles, removed ones, stopped runs. */
@Tag("slow")
class RunAfterRunTest extends JobOnFolder {
  @Test
  void aSecondRunHasNothingToDo() throws IOException {
    GeneratedArticles.write(input, 5, 3);
    run();
    byte[] before = Files.readAllBytes(output.resolve("articles.csv"));

    RunResult second = run();

    assertThat(second.nothingToDo()).isTrue();
    assertThat(second.run().unchanged()).isEqualTo(5);
    assertThat(Files.readAllBytes(output.resolve("articles.csv"))).isEqualTo(before);
  }

  @Test
  void onlyNewAndChangedArticlesAreWorkedOn() throws IOException {
    GeneratedArticles.write(input, 10, 4);
    run();
    Files.writeString(input.resolve("000/article-00003.txt"), "Changed.\n\nIt rained in Alden.");
    Files.writeString(input.resolve("new.txt"), "New.\n\nThe sun came out in Alden.");

    RunResult second = run();

    assertThat(second.run().done()).isEqualTo(2);
    assertThat(rows("articles")).hasSize(11);
    assertThat(rows("articles").stream().filter(row -> "2".equals(row.get("run_id"))))
        .extracting(row -> row.get("source"))
        .containsExactlyInAnyOrder("000/article-00003.txt", "new.txt");
    assertThat(
            rows("sentences").stream()
                .filter(row -> "000/article-00003.txt".equals(row.get("source"))))
        .extracting(row -> row.get("text"))
        .contains("It rained in Alden.")
        .hasSize(2);
  }

  @Test
  void aFullRunWorksOnAllAgain() throws IOException {
    GeneratedArticles.write(input, 5, 4);
    run();
    settings.put("incremental", "false");

    assertThat(run().run().done()).isEqualTo(5);
    assertThat(rows("articles")).hasSize(5);
  }

  @Test
  void onlyOtherLanguagesAreAReasonToWorkOnAllAgainNotOtherNamesForThem() throws IOException {
    GeneratedArticles.write(input, 5, 4);
    settings.put("languages", "vi,en");
    run();

    settings.put("languages", "auto");
    assertThat(run().nothingToDo()).isTrue();
    settings.put("languages", "en-GB,vi-VN");
    assertThat(run().nothingToDo()).isTrue();
    settings.put("languages", "vi");
    assertThat(run().run().done()).isEqualTo(5);
  }

  @Test
  void articlesThatAreGoneKeepTheirRowsUnlessTheJobSaysSo() throws IOException {
    GeneratedArticles.write(input, 5, 5);
    run();
    Files.delete(input.resolve("000/article-00002.txt"));

    run();
    assertThat(rows("articles")).hasSize(5);

    settings.put("disappeared", "remove");
    RunResult result = run();
    assertThat(result.run().removed()).isEqualTo(1);
    assertThat(result.nothingToDo()).isFalse();
    assertThat(rows("articles")).hasSize(4);
    assertThat(rows("sentences"))
        .noneMatch(row -> "000/article-00002.txt".equals(row.get("source")));
  }

  @Test
  void anEmptyInputRemovesNothing() throws IOException {
    GeneratedArticles.write(input, 3, 5);
    run();
    for (int i = 0; i < 3; i++) {
      Files.delete(input.resolve("000/article-0000" + i + ".txt"));
    }
    settings.put("disappeared", "remove");

    assertThat(run().run().removed()).isZero();
    assertThat(rows("articles")).hasSize(3);
  }

  @Test
  void aStoppedRunIsContinuedWhereItWas() throws IOException {
    GeneratedArticles.write(input, 50, 9);
    settings.put("chunk-size", "5");
    RunResult stopped = run(stopAfter(12));

    assertThat(stopped.run().status()).isEqualTo(Run.Status.STOPPED);
    // A thread may begin one of the first articles after the other has seen the stop.
    assertThat(stopped.run().done()).isBetween(4, 25);
    assertThat(output.resolve("articles.csv")).doesNotExist();
    RunResult continued = run();
    assertThat(continued.continued()).isTrue();
    assertThat(continued.run().runId()).isEqualTo(stopped.run().runId());
    assertThat(continued.run().done()).isEqualTo(50);
    assertThat(rows("articles")).hasSize(50);
  }

  @Test
  void aRunStoppedAfterItsLastArticleExportsLater() throws IOException {
    GeneratedArticles.write(input, 10, 9);

    RunResult stopped =
        run(
            new Progress() {
              private boolean extracting;

              @Override
              public void begin(String step, long total) {
                extracting = step.equals("extract");
              }

              @Override
              public void advance(int failed) {}

              @Override
              public void end() {
                if (extracting) {
                  stop.request();
                }
              }
            });

    assertThat(stopped.run().status()).isEqualTo(Run.Status.STOPPED);
    assertThat(output.resolve("articles.csv")).doesNotExist();
    assertThat(run().run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(rows("articles")).hasSize(10);
  }

  @Test
  void anUnfinishedRunWithOtherInputsIsLeftForANewOne() throws IOException {
    GeneratedArticles.write(input, 50, 10);
    settings.put("chunk-size", "5");
    RunResult stopped = run(stopAfter(12));
    Path other = Files.createDirectories(folder.resolve("other"));
    GeneratedArticles.write(other, 4, 11);
    settings.put("input[0]", other.toString());

    RunResult next = run();

    assertThat(next.run().runId()).isGreaterThan(stopped.run().runId());
    assertThat(next.run().items()).isEqualTo(4);
  }
}
