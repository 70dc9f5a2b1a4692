package org.quotidian.batch;

import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.ShortLines;
import org.quotidian.source.SourceException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads the article of a manifest item, marks lines that occur in many articles of the corpus, and
 * detects the language.
 */
record SourceReading(ArticleReader reader, ArticleAnnotation annotation, String corpus)
    implements ItemProcessor<PendingArticle, Article> {

  @Override
  public Article process(PendingArticle pending) throws SourceException {
    Article article = reader.read(pending.item().found(), pending.fetched(), corpus);
    return annotation.withLanguage(ShortLines.mark(article, pending.item().repeated()));
  }
}
