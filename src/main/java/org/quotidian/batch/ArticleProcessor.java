package org.quotidian.batch;

import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.quotidian.duplicate.TextSignature;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.source.SourceException;
import org.quotidian.store.Failure;
import org.quotidian.store.ManifestItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * From an item of the manifest to its rows: reads the article, then sends it through the three
 * processors. Whatever goes wrong with it becomes a {@link Extraction.Failed} that names the stage;
 * nothing but the end of the memory gets past here.
 */
final class ArticleProcessor implements ItemProcessor<PendingArticle, Extraction> {

  private static final Logger log = LoggerFactory.getLogger(ArticleProcessor.class);

  private final ItemProcessor<PendingArticle, Article> reading;
  private final Annotators annotators;
  private final SentenceProcessor sentences;
  private final EntityProcessor entities;
  private final QuoteProcessor quotes;
  private final TimeLimit timeLimit;
  private final Duration limit;
  private final StopSignal stop;
  private final Progress progress;

  ArticleProcessor(
      ItemProcessor<PendingArticle, Article> reading,
      Annotators annotators,
      TimeLimit timeLimit,
      Duration limit,
      StopSignal stop,
      Progress progress) {
    this.reading = reading;
    this.annotators = annotators;
    this.sentences = new SentenceProcessor(annotators);
    this.entities = new EntityProcessor(annotators);
    this.quotes = new QuoteProcessor(annotators);
    this.timeLimit = timeLimit;
    this.limit = limit;
    this.stop = stop;
    this.progress = progress;
  }

  /** Null, which leaves the item for the next start, when the run is to stop. */
  @Override
  public @Nullable Extraction process(PendingArticle pending) throws Exception {
    if (stop.isRequested()) {
      return null;
    }
    try {
      Extraction extraction = extract(pending);
      progress.advance(extraction instanceof Extraction.Failed ? 1 : 0);
      return extraction;
    } catch (CancellationException e) {
      return null;
    }
  }

  private Extraction extract(PendingArticle pending) throws Exception {
    ManifestItem item = pending.item();
    if (item.problem() != null) {
      return failed(item, "discover", "Unreadable", item.problem());
    }
    Work work = new Work(pending);
    try {
      Deadline deadline = new Deadline(limit);
      return new Extraction.Done(timeLimit.call(() -> work.rows(deadline), deadline));
    } catch (SourceException e) {
      return failed(item, "read", "Unreadable", String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      String message = "took longer than " + limit.toSeconds() + " s (setting limits.seconds)";
      return failed(item, work.stage, "TimeLimit", message);
    } catch (CancellationException e) {
      throw e;
    } catch (Exception | StackOverflowError e) {
      if (stop.isRequested()) {
        throw new CancellationException("stopped on request");
      }
      log.warn("{} failed in stage {}", item.source(), work.stage, e);
      String message = "the program failed on this article: " + e + "; the log file has more";
      return failed(item, work.stage, e.getClass().getSimpleName(), message);
    }
  }

  private static Extraction failed(ManifestItem item, String stage, String error, String message) {
    // Without a hash it is tried again in the next run: a share that was away may be back.
    String sha256 = Files.isReadable(item.location()) ? item.sha256() : null;
    return new Extraction.Failed(
        new Failure(item.articleId(), item.source(), item.record(), sha256, stage, error, message));
  }

  /** The work on one article, which remembers the stage it is in. */
  private final class Work {

    private final PendingArticle pending;
    private volatile String stage = "read";

    Work(PendingArticle pending) {
      this.pending = pending;
    }

    ArticleRows rows(Deadline deadline) throws Exception {
      Article article = read();
      deadline.putOffFor(
          () -> annotators.load(article.language())); // the first does not pay for it
      return annotate(article);
    }

    private Article read() throws Exception {
      Article article = reading.process(pending);
      if (article == null) {
        throw new IllegalStateException("reading gives an article or throws");
      }
      return article;
    }

    private ArticleRows annotate(Article article) {
      stage = "sentences";
      AnnotatedArticle annotated = sentences.process(article);
      stage = "entities";
      annotated = entities.process(annotated);
      stage = "quotes";
      annotated = quotes.process(annotated);
      return ArticleRows.of(annotated).withSignature(TextSignature.of(article).toString());
    }
  }
}
