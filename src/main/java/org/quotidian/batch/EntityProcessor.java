package org.quotidian.batch;

import org.quotidian.model.AnnotatedArticle;
import org.quotidian.nlp.Pipeline;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Second of three: finds the names, dates and amounts in an article's sentences. */
record EntityProcessor(Annotators annotators)
    implements ItemProcessor<AnnotatedArticle, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(AnnotatedArticle annotated) {
    Pipeline pipeline = annotators.pipeline(annotated.article().language());
    return annotated.withEntities(pipeline.entities(annotated.article(), annotated.sentences()));
  }
}
