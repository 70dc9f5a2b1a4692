package org.quotidian.batch;

import java.util.function.Function;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.quote.QuoteFinder;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Third of three: finds who said what. */
record QuoteProcessor(Function<String, java.util.Optional<QuoteFinder>> finders)
    implements ItemProcessor<AnnotatedArticle, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(AnnotatedArticle annotated) {
    return finders
        .apply(annotated.article().language())
        .map(finder -> annotated.withQuotes(finder.find(annotated)))
        .orElse(annotated);
  }
}
