package org.quotidian.batch;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.quotidian.source.ArticleReader;
import org.quotidian.source.FoundFile;
import org.quotidian.source.ShortLines;
import org.quotidian.store.LineStore;
import org.quotidian.store.ManifestItem;

/**
 * Reads the short lines of articles. An unreadable article has none; its failure is reported later.
 */
record LinesReading(
    ArticleReader reader,
    String corpus,
    LimitedThreads threads,
    StopSignal stop,
    Progress progress) {

  /**
   * Begins to read an item.
   *
   * @return its lines; null, which leaves the item for the next start, if it could not be read for
   *     a reason that may be temporary, or if the run is stopping
   */
  CompletableFuture<LineStore.@Nullable Lines> begin(PendingArticle pending) {
    CompletableFuture<LineStore.@Nullable Lines> lines = threads.submit(new Work(pending));
    lines.thenRun(() -> progress.advance(0));
    return lines;
  }

  private final class Work implements LimitedThreads.Work<LineStore.Lines> {

    private final PendingArticle pending;

    Work(PendingArticle pending) {
      this.pending = pending;
    }

    @Override
    public LineStore.@Nullable Lines run(Deadline deadline) {
      if (stop.isRequested()) {
        return null;
      }
      try {
        return lines(
            ShortLines.of(reader.read(pending.item().found(), pending.fetched(), corpus))
                .toString());
      } catch (Exception | StackOverflowError e) {
        boolean mayPass =
            stop.isRequested() || !FoundFile.isReadable(pending.item().found().file());
        return mayPass || deadline.left() <= 0 ? null : lines("");
      } catch (OutOfMemoryError e) {
        return null; // the extract step reports it
      }
    }

    private LineStore.@Nullable Lines lines(String lines) {
      ManifestItem item = pending.item();
      String sha256 = item.found().sha256();
      return sha256 == null ? null : new LineStore.Lines(item.articleId(), sha256, lines);
    }

    @Override
    public LineStore.@Nullable Lines late() {
      return null;
    }
  }
}
