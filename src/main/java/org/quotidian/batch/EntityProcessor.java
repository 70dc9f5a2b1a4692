package org.quotidian.batch;

import java.util.function.Function;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.nlp.Pipeline;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Second of three: finds the names, dates and amounts in an article's sentences. */
record EntityProcessor(Function<String, Pipeline> pipelines)
    implements ItemProcessor<AnnotatedArticle, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(AnnotatedArticle annotated) {
    Pipeline pipeline = pipelines.apply(annotated.article().language());
    return annotated.withEntities(pipeline.entities(annotated.article(), annotated.sentences()));
  }
}
