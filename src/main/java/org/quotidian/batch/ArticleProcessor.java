package org.quotidian.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.duplicate.TextSignature;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.SourceItem;
import org.quotidian.source.FoundFile;
import org.quotidian.source.SourceException;
import org.quotidian.store.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an item of the manifest into rows: reads the article, then passes it through the stages of
 * annotation. Anything that goes wrong becomes an {@link Extraction.Failed} that names the stage.
 * An article that fills the memory is tried once more while no other article is processed.
 */
final class ArticleProcessor {

  private static final Logger log = LoggerFactory.getLogger(ArticleProcessor.class);

  private final SourceReading reading;
  private final Consumer<String> models;
  private final Stages<Article, AnnotatedArticle> stages;
  private final LimitedThreads threads;
  private final Duration limit;
  private final StopSignal stop;
  private final Progress progress;

  /** Held shared for normal work, exclusively for an article that is processed alone. */
  private final ReadWriteLock memory = new ReentrantReadWriteLock();

  /**
   * @param models loads what the stages need for a language
   * @param stages the stages of annotation
   * @param limit how long an article may take, not counting the loading of models
   */
  ArticleProcessor(
      SourceReading reading,
      Consumer<String> models,
      Stages<Article, AnnotatedArticle> stages,
      LimitedThreads threads,
      Duration limit,
      StopSignal stop,
      Progress progress) {
    this.reading = reading;
    this.models = models;
    this.stages = stages;
    this.threads = threads;
    this.limit = limit;
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * Begins to process an item.
   *
   * @return the result; null if the run is stopping, which leaves the item for the next start
   */
  CompletableFuture<@Nullable Extraction> begin(PendingArticle pending) {
    CompletableFuture<@Nullable Extraction> extraction = threads.submit(new Work(pending));
    extraction.thenAccept(
        result -> {
          if (result != null) {
            progress.advance(result instanceof Extraction.Failed ? 1 : 0);
          }
        });
    return extraction;
  }

  /** The work on one article. It remembers the current stage. */
  private final class Work implements LimitedThreads.Work<Extraction> {

    private final PendingArticle pending;
    private volatile String stage = "read";

    Work(PendingArticle pending) {
      this.pending = pending;
    }

    @Override
    public @Nullable Extraction run(Deadline deadline) {
      SourceItem item = pending.item().found();
      if (stop.isRequested()) {
        return null;
      }
      if (item.problem() != null) {
        return failed("discover", "Unreadable", item.problem(), item.sha256());
      }
      try {
        return result(deadline, memory.readLock());
      } catch (OutOfMemoryError e) {
        return alone(deadline);
      }
    }

    /** Processes the article again alone, to find out whether it fills the memory by itself. */
    private @Nullable Extraction alone(Deadline deadline) {
      SourceItem item = pending.item().found();
      log.warn("{} ran out of memory; it is tried again alone", item.source());
      try {
        return result(deadline, memory.writeLock());
      } catch (OutOfMemoryError e) {
        String message =
            String.format(
                Locale.ROOT,
                "%,d bytes of input, while no other article was processed: %s",
                item.size(),
                RootCause.fullMemory());
        // No hash, so that it is tried again: there may be more memory next time.
        return failed(stage, "OutOfMemory", message, null);
      }
    }

    private @Nullable Extraction result(Deadline deadline, Lock lock) {
      SourceItem item = pending.item().found();
      boolean locked = isLocked(lock, deadline);
      try {
        return new Extraction.Done(rows(deadline));
      } catch (SourceException e) {
        NoRoomException.throwIfCauseOf(e);
        // Without a hash it is tried again in the next run. A network share may be back by then.
        String sha256 = FoundFile.isReadable(item.file()) ? item.sha256() : null;
        return failed("read", "Unreadable", String.valueOf(e.getMessage()), sha256);
      } catch (Exception | StackOverflowError e) {
        if (stop.isRequested() || deadline.left() <= 0) {
          return null; // the work was interrupted
        }
        NoRoomException.throwIfCauseOf(e);
        log.warn("{} failed in stage {}", item.source(), stage, e);
        String message = "the program failed on this article: " + e + "; see the log file";
        return failed(stage, e.getClass().getSimpleName(), message, item.sha256());
      } finally {
        if (locked) {
          lock.unlock();
        }
      }
    }

    /**
     * Takes the lock. Waiting does not count towards the time limit, but is limited too, because an
     * abandoned article may keep its lock.
     */
    private boolean isLocked(Lock lock, Deadline deadline) {
      AtomicBoolean locked = new AtomicBoolean();
      deadline.putOffFor(
          () -> {
            try {
              locked.set(lock.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      return locked.get();
    }

    @Override
    public Extraction late() {
      String message = "took longer than " + limit.toSeconds() + " s (setting limits.seconds)";
      boolean mayBeTheDisk = stage.equals("read"); // which may be faster next time
      return failed(
          stage, "TimeLimit", message, mayBeTheDisk ? null : pending.item().found().sha256());
    }

    private Extraction failed(String stage, String error, String message, @Nullable String sha256) {
      SourceItem item = pending.item().found();
      return new Extraction.Failed(
          new Failure(
              pending.item().articleId(),
              item.source(),
              item.record(),
              sha256,
              stage,
              error,
              message));
    }

    private ArticleRows rows(Deadline deadline) throws Exception {
      Article article = reading.process(pending);
      // So that loading does not count for the first article.
      deadline.putOffFor(() -> models.accept(article.language()));
      AnnotatedArticle annotated = stages.process(article, begins -> stage = begins);
      return ArticleRows.of(annotated)
          .withSignature(TextSignature.of(article).toString())
          .withNotes(SourceReading.notes(pending, article));
    }
  }
}
