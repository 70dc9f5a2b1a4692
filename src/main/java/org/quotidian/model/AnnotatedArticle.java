package org.quotidian.model;

import java.util.List;

/**
 * An article with what has been found in it so far. Each stage returns a copy with its own part
 * filled in.
 *
 * @param sentences in text order
 * @param entities in text order, not overlapping
 * @param quotes by start, then end
 */
public record AnnotatedArticle(
    Article article, List<Sentence> sentences, List<EntityMention> entities, List<Quote> quotes) {

  public AnnotatedArticle {
    sentences = List.copyOf(sentences);
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
  }

  public static AnnotatedArticle of(Article article, List<Sentence> sentences) {
    return new AnnotatedArticle(article, sentences, List.of(), List.of());
  }

  public AnnotatedArticle withEntities(List<EntityMention> entities) {
    return new AnnotatedArticle(article, sentences, entities, quotes);
  }

  public AnnotatedArticle withQuotes(List<Quote> quotes) {
    return new AnnotatedArticle(article, sentences, entities, quotes);
  }
}
