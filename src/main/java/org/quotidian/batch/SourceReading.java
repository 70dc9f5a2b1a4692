package org.quotidian.batch;

import org.quotidian.language.LanguageDetector;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.ShortLines;
import org.quotidian.source.SourceException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads the article that an item of the manifest stands for, tells its language, and marks the
 * lines in it that many articles of the corpus have.
 */
record SourceReading(ArticleReader reader, LanguageDetector languages, String corpus)
    implements ItemProcessor<PendingArticle, Article> {

  @Override
  public Article process(PendingArticle pending) throws SourceException {
    Article article = reader.read(PendingArticle.source(pending.item()), pending.fetched(), corpus);
    return ShortLines.mark(article, pending.item().repeated())
        .inLanguage(languages.detect(article.text()).code());
  }
}
