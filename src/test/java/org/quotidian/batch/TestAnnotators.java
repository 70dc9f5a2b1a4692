package org.quotidian.batch;

import java.util.List;
import java.util.Optional;
import org.quotidian.annotate.Annotators;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.nlp.SentencesOnlyPipeline;
import org.quotidian.quote.QuoteFinder;

/** Splits sentences with the JDK; words in capitals make it misbehave. */
record TestAnnotators() implements Annotators {

  @Override
  public Pipeline pipeline(String language) {
    Pipeline sentences = new SentencesOnlyPipeline(language);
    return new Pipeline() {
      @Override
      public List<Sentence> sentences(Article article) {
        if (article.text().contains("THROW")) {
          throw new IllegalStateException("poisoned");
        }
        if (article.text().contains("RECURSE")) {
          return List.copyOf(sentences(article));
        }
        return sentences.sentences(article);
      }

      @Override
      @SuppressWarnings({"ThreadSleepDuration", "ThreadPriorityCheck"})
      public List<EntityMention> entities(Article article, List<Sentence> list) {
        if (article.text().contains("SLEEP")) {
          try {
            Thread.sleep(3_600_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted");
          }
        }
        long until = System.nanoTime() + 3_000_000_000L;
        while (article.text().contains("SPIN") && System.nanoTime() < until) {
          Thread.onSpinWait(); // ignores the interrupt
        }
        return List.of();
      }
    };
  }

  @Override
  public Optional<QuoteFinder> quotes(String language) {
    return Optional.empty();
  }
}
