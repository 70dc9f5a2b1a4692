package org.quotidian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {

  private static final StoredArticle ARTICLE =
      new StoredArticle(
          new ArticleRow(
              "00ff",
              "a.txt",
              "",
              "Tiêu đề",
              "",
              "2024-05-01",
              "vi",
              30,
              1,
              1,
              1,
              "ab",
              "",
              7,
              Instant.parse("2024-05-02T00:00:00Z"),
              "a note"),
          "“=1+1”,\nông Lộc nói 😀.",
          List.of(
              new SentenceRow("00ff", "a.txt", 0, 0, "body", 0, 23, "“=1+1”,\nông Lộc nói 😀.")),
          List.of(new EntityRow("00ff", "a.txt", 0, 0, "PERSON", 12, 15, "Lộc", "Trần Lộc", "")),
          List.of(
              new QuoteRow(
                  "00ff",
                  "a.txt",
                  "Tiêu đề",
                  "2024-05-01",
                  0,
                  "direct",
                  0,
                  1,
                  5,
                  "=1+1",
                  "=1+1",
                  "",
                  null,
                  null,
                  "",
                  "",
                  "nói",
                  16,
                  19,
                  "",
                  0.5)));

  @TempDir private Path folder;

  @Test
  void anArticleIsALineWithTextAndAllThatWasFound() throws IOException {
    JsonLines.write(folder, each -> List.of(ARTICLE, ARTICLE).forEach(each), () -> {});

    List<String> lines = Files.readAllLines(folder.resolve(JsonLines.FILE_NAME));
    assertThat(lines).hasSize(2);
    JsonNode article = JsonMapper.shared().readTree(lines.get(0));
    assertThat(article.get("article_id").asString()).isEqualTo("00ff");
    assertThat(article.get("notes").asString()).isEqualTo("a note");
    assertThat(article.get("extracted_at").asString()).isEqualTo("2024-05-02T00:00:00Z");
    String text = article.get("text").asString();
    JsonNode quote = article.get("quotes").get(0);
    assertThat(text.substring(quote.get("start").asInt(), quote.get("end").asInt()))
        .isEqualTo(quote.get("text").asString())
        .isEqualTo("=1+1");
    assertThat(quote.get("speaker_start").isNull()).isTrue();
    assertThat(quote.has("article_id")).as("said once, by the article").isFalse();
    assertThat(article.get("entities").get(0).get("canonical").asString()).isEqualTo("Trần Lộc");
    assertThat(article.get("sentences").get(0).get("text").asString()).isEqualTo(text);
  }

  @Test
  void anExportGivenUpLeavesTheOldFile() throws IOException {
    Files.writeString(folder.resolve(JsonLines.FILE_NAME), "old");

    assertThatThrownBy(
            () ->
                JsonLines.write(
                    folder,
                    each -> each.accept(ARTICLE),
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve(JsonLines.FILE_NAME)).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
