package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.store.Run;

/** Lines that become boilerplate in later runs because many articles have them. */
@Tag("slow")
class RepeatedLinesJobTest {

  private static final String LINE = "what our readers wrote about the harbour this week";

  private static final String END =
      " of this series ends here, as the ferry left the harbour in the evening. The next one will"
          + " be about the market, which opens on Saturday. Nobody knows yet who will come.\n";

  @TempDir private Path folder;

  private final Map<String, String> settings =
      new LinkedHashMap<>(Map.of("repeated-lines.articles", "10"));

  @Test
  void theTenthArticleMakesTheLineBoilerplateInAllOfThem() throws IOException {
    write(0, 9);
    assertThat(run("output").done()).isEqualTo(9);
    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(9, "body"));

    write(9, 10);
    Run second = run("output");

    assertThat(second.pending()).isEqualTo(10);
    assertThat(second.done()).isEqualTo(10);
    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(10, "boilerplate"));
    assertThat(run("output").pending()).isZero();
  }

  @Test
  void anIncrementalRunEndsAsAFullOne() throws IOException {
    write(0, 12);
    Files.writeString(folder.resolve("input/empty.txt"), "");
    run("output");
    write(12, 30);
    Files.delete(folder.resolve("input/3.txt"));
    run("output");
    settings.put("disappeared", "remove");
    run("output");

    settings.put("database.url", "jdbc:hsqldb:file:" + folder.resolve("other/test"));
    run("other-output");

    for (String table : List.of("sentences", "quotes", "entities")) {
      assertThat(OutputFiles.comparable(folder.resolve("output")).get(table))
          .isEqualTo(OutputFiles.comparable(folder.resolve("other-output")).get(table));
    }
    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(29, "boilerplate"));
  }

  @Test
  void withoutTheLineInManyTheVerdictIsTakenBack() throws IOException {
    write(0, 10);
    run("output");
    Files.writeString(folder.resolve("input/0.txt"), GeneratedArticles.article(0, 7));

    Run second = run("output");

    assertThat(second.pending()).isEqualTo(10);
    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(9, "body"));
  }

  @Test
  void itIsOffUnlessAskedFor() throws IOException {
    settings.clear();
    write(0, 20);
    run("output");

    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(20, "body"));
  }

  @Test
  void copiesOfOneStoryCountOnce() throws IOException {
    String story = "The ferry is back. ".repeat(20).strip();
    for (int i = 0; i < 20; i++) {
      Files.createDirectories(folder.resolve("input"));
      Files.writeString(
          folder.resolve("input/copy-" + i + ".txt"),
          "Ferry\n\n" + story + "\n\n" + LINE + "\n\nNumber " + i + END);
    }
    run("output");

    assertThat(sectionsOfLine("output")).isEqualTo(Collections.nCopies(20, "body"));
  }

  /** Articles from {@code first} on, each with the line before its last paragraph. */
  private void write(int first, int limit) throws IOException {
    Files.createDirectories(folder.resolve("input"));
    for (int i = first; i < limit; i++) {
      Files.writeString(
          folder.resolve("input/" + i + ".txt"),
          GeneratedArticles.article(i, 7) + LINE + "\n\nNumber " + i + END);
    }
  }

  private Run run(String output) throws IOException {
    settings.put("output", folder.resolve(output).toString());
    RunResult result = TestRun.of(TestRun.job(folder, settings));
    assertThat(result.errors()).isEmpty();
    return result.run();
  }

  private List<String> sectionsOfLine(String output) throws IOException {
    return OutputFiles.rows(folder.resolve(output + "/sentences.csv")).stream()
        .filter(row -> row.containsValue(LINE))
        .map(row -> String.valueOf(row.get("section")))
        .toList();
  }
}
