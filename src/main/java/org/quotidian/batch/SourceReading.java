package org.quotidian.batch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What was damaged or unclear when the article was read, in words; empty if nothing was. */
  static String notes(PendingArticle pending, Article article) {
    long lost = article.lost();
    String damage = lost == 0 ? "" : "damaged characters, which are U+FFFD in the text: " + lost;
    return Stream.of(pending.item().found().note(), damage)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
