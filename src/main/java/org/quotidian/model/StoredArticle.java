package org.quotidian.model;

import java.util.List;

/**
 * An article as stored in the database, with everything found in it.
 *
 * @param text the article's text; the offsets of the rows count its Unicode code points
 */
public record StoredArticle(
    ArticleRow article,
    String text,
    List<SentenceRow> sentences,
    List<EntityRow> entities,
    List<QuoteRow> quotes) {

  public StoredArticle {
    sentences = List.copyOf(sentences);
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
  }
}
