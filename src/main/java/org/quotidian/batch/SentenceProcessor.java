package org.quotidian.batch;

import java.util.function.Function;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.nlp.Pipeline;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** First of three: splits an article into sentences. */
record SentenceProcessor(Function<String, Pipeline> pipelines)
    implements ItemProcessor<Article, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(Article article) {
    Pipeline pipeline = pipelines.apply(article.language());
    return AnnotatedArticle.of(article, pipeline.sentences(article));
  }
}
