package org.quotidian.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON Lines: one article per line, with its text and arrays of its sentences, entities and
 * quotes. Names are those of the CSV columns. Fields of the article are not repeated in its rows.
 * Nothing is escaped for spreadsheets.
 */
public final class JsonLines {

  /** Its name in the output folder. */
  public static final String FILE_NAME = "articles.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> OF_THE_ARTICLE =
      Set.of("article_id", "source", "title", "published");

  private static final Columns<ArticleRow> ARTICLE = Columns.of(ArticleRow.class);
  private static final Columns<SentenceRow> SENTENCE = Columns.of(SentenceRow.class);
  private static final Columns<EntityRow> ENTITY = Columns.of(EntityRow.class);
  private static final Columns<QuoteRow> QUOTE = Columns.of(QuoteRow.class);

  private JsonLines() {}

  /**
   * Writes {@code articles.jsonl}, completely or not at all.
   *
   * @param beforeEach may throw to abort; the old file then stays as it was
   * @throws UncheckedIOException if it cannot be written, naming the file
   */
  public static void write(
      Path folder, CsvExport.Rows<StoredArticle> articles, Runnable beforeEach) {
    Path path = folder.resolve(FILE_NAME);
    try (WholeFile file = new WholeFile(path)) {
      articles.forEach(
          article -> {
            beforeEach.run();
            try {
              file.writer().write(line(article) + "\n");
            } catch (IOException e) {
              throw WholeFile.cannotWrite(path, e);
            }
          });
      file.publish();
    } catch (IOException e) {
      throw WholeFile.cannotWrite(path, e);
    }
  }

  static String line(StoredArticle article) {
    Map<String, @Nullable Object> line = ARTICLE.byName(article.article());
    line.keySet().removeAll(Set.of("sentences", "entities", "quotes")); // replaced by arrays
    line.put("text", article.text());
    line.put("sentences", objects(SENTENCE, article.sentences()));
    line.put("entities", objects(ENTITY, article.entities()));
    line.put("quotes", objects(QUOTE, article.quotes()));
    return JSON.writeValueAsString(line);
  }

  private static <T extends Record> List<Map<String, @Nullable Object>> objects(
      Columns<T> columns, List<T> rows) {
    return rows.stream()
        .map(
            row -> {
              Map<String, @Nullable Object> object = new LinkedHashMap<>(columns.byName(row));
              object.keySet().removeAll(OF_THE_ARTICLE);
              return object;
            })
        .toList();
  }
}
