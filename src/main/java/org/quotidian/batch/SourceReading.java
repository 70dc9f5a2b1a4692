package org.quotidian.batch;

import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.ShortLines;
import org.quotidian.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads the article of a manifest item, marks lines that occur in many articles of the corpus, and
 * detects the language.
 */
record SourceReading(ArticleReader reader, ArticleAnnotation annotation, String corpus)
    implements ItemProcessor<PendingArticle, Article> {

  private static final Logger log = LoggerFactory.getLogger(SourceReading.class);

  @Override
  public Article process(PendingArticle pending) throws SourceException {
    Article article = reader.read(pending.item().found(), pending.fetched(), corpus);
    if (article.lost() > 0) {
      log.warn(
          "{} {}: damaged characters, which are U+FFFD in its text: {}",
          article.source(),
          article.record(),
          article.lost());
    }
    return annotation.withLanguage(ShortLines.mark(article, pending.item().repeated()));
  }
}
