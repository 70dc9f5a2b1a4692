package org.quotidian.batch;

import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.ShortLines;
import org.quotidian.source.SourceException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads the article that an item of the manifest stands for, marks the lines in it that many
 * articles of the corpus have, and detects its language.
 */
record SourceReading(ArticleReader reader, ArticleAnnotation annotation, String corpus)
    implements ItemProcessor<PendingArticle, Article> {

  @Override
  public Article process(PendingArticle pending) throws SourceException {
    Article article = reader.read(pending.item().found(), pending.fetched(), corpus);
    return annotation.withLanguage(ShortLines.mark(article, pending.item().repeated()));
  }
}
