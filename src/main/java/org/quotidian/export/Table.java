package org.quotidian.export;

import java.util.List;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;

/**
 * A table in the output folder.
 *
 * @param name of the CSV file, without its extension
 * @param row the type of its rows; their {@link org.quotidian.model.Column}s are the header
 * @param description what a row is
 * @param key columns that identify a row; empty if there are none
 */
public record Table<T extends Record>(
    String name, Class<T> row, String description, List<String> key) {

  public static final Table<ArticleRow> ARTICLES =
      new Table<>("articles", ArticleRow.class, "The articles, one per row", List.of("article_id"));

  public static final Table<SentenceRow> SENTENCES =
      new Table<>(
          "sentences",
          SentenceRow.class,
          "The sentences of the articles, in text order",
          List.of("article_id", "sentence"));

  public static final Table<EntityRow> ENTITIES =
      new Table<>(
          "entities",
          EntityRow.class,
          "Mentions of people, places, organisations, dates and amounts",
          List.of("article_id", "entity"));

  public static final Table<QuoteRow> QUOTES =
      new Table<>("quotes", QuoteRow.class, "Who said what", List.of("article_id", "quote"));

  public static final Table<FailureRow> FAILURES =
      new Table<>(
          "failures",
          FailureRow.class,
          "Articles that could not be processed, and why",
          List.of("source", "record"));

  /** All tables, in the order in which they are written. */
  public static final List<Table<?>> ALL = List.of(ARTICLES, SENTENCES, ENTITIES, QUOTES, FAILURES);

  /** Name of the CSV file. */
  public String file() {
    return name + ".csv";
  }

  /** Whether its rows belong to articles. */
  boolean isOfArticles() {
    return this != ARTICLES && key.contains("article_id");
  }
}
