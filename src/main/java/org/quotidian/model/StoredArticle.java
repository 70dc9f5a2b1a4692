package org.quotidian.model;

import java.util.List;

/**
 * An article as the database holds it, with everything that was found in it.
 *
 * @param text what the offsets of the rows count in, by Unicode code points
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
