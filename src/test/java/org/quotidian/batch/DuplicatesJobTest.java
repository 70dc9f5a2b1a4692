package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.store.Run;

/** Duplicates over several runs, with annotators that need no model. */
@Tag("slow")
class DuplicatesJobTest {

  private static final String FERRY =
      """
      The ferry between Harrow Bay and the island will be running again by the end of the month.
      The council agreed on Monday to pay for the repair of the pier, which a storm had damaged in
      March. Until then a small boat takes pupils and nurses across in the morning and back in the
      evening. Shopkeepers on the island say that they have lost a third of their customers.
      """;

  private static final String MARKET =
      """
      The covered market of Millbrook opens on Saturday after two years of work. Its roof has been
      raised, the stalls have running water, and the old clock over the gate shows the right time.
      Forty traders have rented a place, and the town hopes for many more before the summer. On the
      first day there will be music from noon, and everybody gets a bowl of soup.
      """;

  @TempDir private Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();

  @BeforeEach
  void corpus() throws IOException {
    write("a/ferry.txt", "Ferry to run again", FERRY);
    write("a/market.txt", "Market opens on Saturday", MARKET);
    write("b/copy.txt", "Good news from the island", FERRY);
    write("c/updated.txt", "Ferry: council pays", FERRY + "\nThe mayor was glad.\n");
  }

  @Test
  void aDuplicateNamesTheFirstInTheOrderOfSources() throws IOException {
    run();

    assertThat(firsts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a/ferry.txt", "",
                "a/market.txt", "",
                "b/copy.txt", "a/ferry.txt",
                "c/updated.txt", "a/ferry.txt"));
    assertThat(sentencesOf("b/copy.txt")).isNotEmpty();
  }

  @Test
  void skippedDuplicatesHaveTheirArticleAndNothingElse() throws IOException {
    settings.put("duplicates", "skip");
    settings.put("json-lines", "true");
    run();

    assertThat(firsts()).containsEntry("b/copy.txt", "a/ferry.txt").hasSize(4);
    assertThat(sentencesOf("b/copy.txt")).isEmpty();
    assertThat(sentencesOf("c/updated.txt")).isEmpty();
    assertThat(sentencesOf("a/ferry.txt")).isNotEmpty();
    assertThat(article("b/copy.txt")).containsEntry("sentences", "0");
    assertThat(Files.readAllLines(output().resolve("articles.jsonl")))
        .hasSize(4)
        .filteredOn(line -> line.contains("b/copy.txt"))
        .singleElement()
        .asString()
        .contains("\"sentences\":[]");
    assertThat(Files.readString(output().resolve("summary.json")))
        .containsPattern("\"duplicates\"\\s*:\\s*2")
        .containsPattern("\"sentences\"\\s*:\\s*" + rows("sentences").size() + "\\b");
  }

  @Test
  void anotherSettingNeedsNoNewWork() throws IOException {
    run();
    Map<String, String> kept = OutputFiles.comparable(output());

    settings.put("duplicates", "skip");
    assertThat(run().run().pending()).isZero();
    assertThat(sentencesOf("b/copy.txt")).isEmpty();

    settings.put("duplicates", "keep");
    assertThat(run().run().pending()).isZero();
    assertThat(OutputFiles.comparable(output())).isEqualTo(kept);
  }

  @Test
  void aNewArticleNamesTheOldOneWhateverItsName() throws IOException {
    run();
    write("0/older-by-name.txt", "From the archive", FERRY);

    run();

    assertThat(firsts())
        .containsEntry("0/older-by-name.txt", "a/ferry.txt")
        .containsEntry("a/ferry.txt", "")
        .containsEntry("b/copy.txt", "a/ferry.txt");
  }

  @Test
  void theFirstStaysTheFirstWhenItIsWorkedOnAgain() throws IOException {
    run();
    write("a/ferry.txt", "Ferry to run again", FERRY + "\nThe pier is closed today.\n");
    run();
    settings.put("incremental", "false");
    run();

    assertThat(firsts())
        .containsEntry("a/ferry.txt", "")
        .containsEntry("b/copy.txt", "a/ferry.txt")
        .containsEntry("c/updated.txt", "a/ferry.txt");
  }

  @Test
  void whenTheFirstIsGoneTheNextTakesItsPlaceWithAllItsRows() throws IOException {
    settings.put("duplicates", "skip");
    settings.put("disappeared", "remove");
    run();
    Files.delete(folder.resolve("input/a/ferry.txt"));

    run();

    assertThat(firsts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a/market.txt", "", "b/copy.txt", "", "c/updated.txt", "b/copy.txt"));
    assertThat(sentencesOf("b/copy.txt")).isNotEmpty();

    write("a/ferry.txt", "Ferry to run again", FERRY);
    run();

    assertThat(firsts()).containsEntry("a/ferry.txt", "b/copy.txt");
  }

  @Test
  void whenTheFirstGetsAnotherTextOrFailsTheNextTakesItsPlace() throws IOException {
    run();
    write("a/ferry.txt", "Market opens", MARKET);
    run();
    assertThat(firsts())
        .containsEntry("b/copy.txt", "")
        .containsEntry("c/updated.txt", "b/copy.txt")
        .containsEntry("a/market.txt", "a/ferry.txt");

    Files.writeString(folder.resolve("input/a/ferry.txt"), "");
    run();
    assertThat(firsts()).doesNotContainKey("a/ferry.txt").containsEntry("a/market.txt", "");
  }

  @Test
  void theFirstThatIsKeptWithoutItsFileStaysTheFirst() throws IOException {
    run();
    Files.delete(folder.resolve("input/a/ferry.txt"));

    run();

    assertThat(firsts())
        .containsEntry("a/ferry.txt", "")
        .containsEntry("b/copy.txt", "a/ferry.txt");
  }

  @Test
  void recordsOfAFileAreSeenInTheirOrder() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      lines
          .append("{\"title\": \"Number ")
          .append(i)
          .append("\", \"text\": \"")
          .append((i < 2 ? MARKET : FERRY).strip().replace("\n", " "))
          .append("\"}\n");
    }
    Files.delete(folder.resolve("input/a/ferry.txt"));
    Files.delete(folder.resolve("input/a/market.txt"));
    Files.writeString(folder.resolve("input/a/dump.jsonl"), lines);
    run();

    Map<String, String> ids = new LinkedHashMap<>();
    Map<String, String> firsts = new LinkedHashMap<>();
    for (Map<String, String> row : rows("articles")) {
      ids.put(value(row, "title"), value(row, "article_id"));
      firsts.put(value(row, "title"), value(row, "duplicate_of"));
    }
    assertThat(firsts)
        .containsEntry("Number 1", ids.get("Number 0"))
        .containsEntry("Number 2", "")
        .containsEntry("Number 11", ids.get("Number 2"));
  }

  @Test
  void whatAnAbandonedRunDidIsExportedByTheNext() throws IOException {
    run();
    write("d/late.txt", "Late", FERRY + MARKET);
    StopSignal stop = new StopSignal();
    RunResult stopped = run(stop, stopWhen("extract", stop));
    assertThat(stopped.run().status()).isEqualTo(Run.Status.STOPPED);
    settings.put("limits.nesting", "4"); // abandons the run, but finished articles stay

    RunResult next = run();

    assertThat(next.continued()).isFalse();
    assertThat(next.run().pending()).isZero();
    assertThat(firsts()).containsKey("d/late.txt");
  }

  /** Requests a stop at the end of a step. */
  private static Progress stopWhen(String ended, StopSignal stop) {
    return new Progress() {
      private String step = "";

      @Override
      public void begin(String step, long total) {
        this.step = step;
      }

      @Override
      public void advance(int failed) {}

      @Override
      public void end() {
        if (step.equals(ended)) {
          stop.request();
        }
      }
    };
  }

  private void write(String name, String title, String body) throws IOException {
    Path file = folder.resolve("input").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, title + "\n\n" + body);
  }

  private RunResult run() throws IOException {
    RunResult result = run(new StopSignal(), Progress.NONE);
    assertThat(result.errors()).isEmpty();
    return result;
  }

  private RunResult run(StopSignal stop, Progress progress) throws IOException {
    return TestRun.of(TestRun.job(folder, settings), stop, progress);
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** The source of the article that each article duplicates, by source. */
  private Map<String, String> firsts() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Map<String, String> row : rows("articles")) {
      sources.put(value(row, "article_id"), value(row, "source"));
    }
    Map<String, String> firsts = new LinkedHashMap<>();
    for (Map<String, String> row : rows("articles")) {
      String first = value(row, "duplicate_of");
      assertThat(first.isEmpty() || sources.containsKey(first))
          .as("no dangling %s", first)
          .isTrue();
      firsts.put(value(row, "source"), sources.getOrDefault(first, ""));
    }
    return firsts;
  }

  private Map<String, String> article(String source) throws IOException {
    return rows("articles").stream()
        .filter(row -> value(row, "source").equals(source))
        .findFirst()
        .orElseThrow();
  }

  private List<Map<String, String>> sentencesOf(String source) throws IOException {
    return rows("sentences").stream().filter(row -> value(row, "source").equals(source)).toList();
  }

  private static String value(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private List<Map<String, String>> rows(String table) throws IOException {
    return OutputFiles.rows(output().resolve(table + ".csv"));
  }
}
