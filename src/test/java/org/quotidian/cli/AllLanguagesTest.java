package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.annotate.Language;
import org.quotidian.batch.OutputFiles;

/**
 * The sample articles in all languages in one job, with those models that are installed: {@code mvn
 * -Planguages}.
 */
@Tag("process")
@Tag("models")
class AllLanguagesTest {

  /** MB; {@code docs/languages.md}. */
  private static final String MEMORY = "-Xmx5700m";

  @TempDir private Path folder;

  @Test
  void theSameBytesOnAnyNumberOfThreadsAndAfterAKill() throws Exception {
    assumeTrue(Language.supported().size() > 2, "no models of more languages are installed");

    QuotidianProcess one = start("one", "--threads", "1");
    assertThat(one.exitCode()).as(one.screen()).isZero();
    QuotidianProcess killed = start("four", "--threads", "4", "--set", "chunk-size=2");
    Path database = folder.resolve("four/database");
    while (killed.isAlive() && QuotidianProcess.progress(database) < 12) {
      Thread.sleep(5);
    }
    killed.kill();
    assertThat(QuotidianProcess.progress(database)).isGreaterThanOrEqualTo(12);
    QuotidianProcess four = start("four", "--threads", "4");
    assertThat(four.exitCode()).as(four.screen()).isZero();

    assertThat(OutputFiles.comparable(folder.resolve("four/output")))
        .isEqualTo(OutputFiles.comparable(folder.resolve("one/output")));
    assertThat(languagesOf("articles.csv"))
        .containsExactlyInAnyOrder("ar", "de", "en", "es", "fr", "hu", "it", "vi", "zh");
    assertThat(languagesOf("quotes.csv"))
        .containsExactlyInAnyOrderElementsOf(
            Language.supported().stream().filter(Language::hasQuotes).map(Language::code).toList());
  }

  /** Of the articles of the rows. */
  private Set<String> languagesOf(String file) throws IOException {
    Path output = folder.resolve("one/output");
    Map<String, String> languages =
        OutputFiles.rows(output.resolve("articles.csv")).stream()
            .collect(Collectors.toMap(row -> row.get("article_id"), row -> row.get("language")));
    return OutputFiles.rows(output.resolve(file)).stream()
        .map(row -> languages.get(row.get("article_id")))
        .collect(Collectors.toSet());
  }

  private QuotidianProcess start(String name, String... arguments) throws IOException {
    Path job = folder.resolve(name + ".yml");
    Files.writeString(
        job,
        """
        corpus: all
        input: ["%1$s", "%2$s"]
        output: "%3$s/output"
        languages: [auto]
        database: {url: "jdbc:hsqldb:file:%3$s/database/quotidian"}
        """
            .formatted(
                Path.of("input").toAbsolutePath(),
                Path.of("more-languages").toAbsolutePath(),
                folder.resolve(name)));
    List<String> flags = List.of("-cp", System.getProperty("java.class.path"), MEMORY);
    List<String> all = new ArrayList<>(List.of("run", job.toString()));
    all.addAll(List.of(arguments));
    return QuotidianProcess.start(
        folder, flags, "org.quotidian.Quotidian", Map.of(), all.toArray(String[]::new));
  }
}
