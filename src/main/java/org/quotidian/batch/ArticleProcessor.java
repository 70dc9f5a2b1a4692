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
 * From an item of the manifest to its rows: reads the article, then sends it through the stages of
 * its annotation. Whatever goes wrong with it becomes a {@link Extraction.Failed} that names the
 * stage. One that finds the memory full is tried once more when no other is at work.
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

  /** Many at work, or one alone. */
  private final ReadWriteLock memory = new ReentrantReadWriteLock();

  /**
   * @param models loads what the stages need for a language
   * @param stages what is done with the article that was read
   * @param limit how long an article may take, models not counted
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
   * Begins an item.
   *
   * @return what became of it; null, which leaves it for the next start, when the run is to stop
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

  /** The work on one article, which remembers the stage it is in. */
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

    /** What an article is that filled the memory, but not by itself. */
    private @Nullable Extraction alone(Deadline deadline) {
      SourceItem item = pending.item().found();
      log.warn("{} found the memory full; it is tried again alone", item.source());
      try {
        return result(deadline, memory.writeLock());
      } catch (OutOfMemoryError e) {
        String message =
            String.format(
                Locale.ROOT,
                "%,d bytes of input, with no other article at work: %s",
                item.size(),
                RootCause.fullMemory());
        return failed(stage, "OutOfMemory", message, null); // there may be more next time
      }
    }

    private @Nullable Extraction result(Deadline deadline, Lock lock) {
      SourceItem item = pending.item().found();
      boolean locked = isLocked(lock, deadline);
      try {
        return new Extraction.Done(rows(deadline));
      } catch (SourceException e) {
        NoRoomException.throwIfCauseOf(e);
        // Without a hash it is tried again in the next run: a share that was away may be back.
        String sha256 = FoundFile.isReadable(item.file()) ? item.sha256() : null;
        return failed("read", "Unreadable", String.valueOf(e.getMessage()), sha256);
      } catch (Exception | StackOverflowError e) {
        if (stop.isRequested() || deadline.left() <= 0) {
          return null; // interrupted
        }
        NoRoomException.throwIfCauseOf(e);
        log.warn("{} failed in stage {}", item.source(), stage, e);
        String message = "the program failed on this article: " + e + "; the log file has more";
        return failed(stage, e.getClass().getSimpleName(), message, item.sha256());
      } finally {
        if (locked) {
          lock.unlock();
        }
      }
    }

    /** Waiting does not count; what does not heed its end is not waited for without end. */
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
      boolean mayBeTheDisk = stage.equals("read"); // and may be read next time
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
      deadline.putOffFor(() -> models.accept(article.language())); // the first does not pay for it
      AnnotatedArticle annotated = stages.process(article, begins -> stage = begins);
      return ArticleRows.of(annotated).withSignature(TextSignature.of(article).toString());
    }
  }
}
