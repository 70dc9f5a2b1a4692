package org.quotidian.batch;

import org.quotidian.model.AnnotatedArticle;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Third of three: finds who said what. */
record QuoteProcessor(Annotators annotators)
    implements ItemProcessor<AnnotatedArticle, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(AnnotatedArticle annotated) {
    return annotators
        .quotes(annotated.article().language())
        .map(finder -> annotated.withQuotes(finder.find(annotated)))
        .orElse(annotated);
  }
}
