package org.quotidian.batch;

import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.nlp.Pipeline;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** First of three: splits an article into sentences. */
record SentenceProcessor(Annotators annotators)
    implements ItemProcessor<Article, AnnotatedArticle> {

  @Override
  public AnnotatedArticle process(Article article) {
    Pipeline pipeline = annotators.pipeline(article.language());
    return AnnotatedArticle.of(article, pipeline.sentences(article));
  }
}
