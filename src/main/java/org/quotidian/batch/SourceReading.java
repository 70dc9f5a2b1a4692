package org.quotidian.batch;

import org.quotidian.language.LanguageDetector;
import org.quotidian.model.Article;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.SourceException;
import org.quotidian.source.SourceItem;
import org.quotidian.store.ManifestItem;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads the article that an item of the manifest stands for and tells its language. */
record SourceReading(ArticleReader reader, LanguageDetector languages, String corpus)
    implements ItemProcessor<ManifestItem, Article> {

  @Override
  public Article process(ManifestItem item) throws SourceException {
    SourceItem source =
        new SourceItem(
            item.location(),
            item.source(),
            item.record(),
            item.size(),
            item.sha256(),
            item.problem(),
            item.offset());
    Article article = reader.read(source, corpus);
    return article.inLanguage(languages.detect(article.text()).code());
  }
}
