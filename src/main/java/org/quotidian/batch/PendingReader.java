package org.quotidian.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.quotidian.source.FetchedRecord;
import org.quotidian.source.RecordCursor;
import org.quotidian.source.SourceItem;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the items of the manifest that have no ledger entry from this run. It keeps no position of
 * its own: after a restart the ledger says where to go on. Records in packed files come with their
 * bytes, because the manifest's order, which only the reader sees, is the one in which they can be
 * had fast.
 */
final class PendingReader implements ItemStreamReader<PendingArticle> {

  private static final int PAGE = 200;

  private final Manifest manifest;
  private final Runs runs;
  private final Run run;
  private final RecordCursor cursor;
  private final int failureLimit;
  private final Deque<ManifestItem> page = new ArrayDeque<>();
  private final int until;
  private int lastSeq;

  /**
   * @param first the first item of the manifest that is asked for; {@code until} the last
   * @param failureLimit the step fails once more articles than this failed in the run; -1 never
   */
  PendingReader(
      Manifest manifest,
      Runs runs,
      Run run,
      int first,
      int until,
      RecordCursor cursor,
      int failureLimit) {
    this.manifest = manifest;
    this.runs = runs;
    this.run = run;
    this.lastSeq = first - 1;
    this.until = until;
    this.cursor = cursor;
    this.failureLimit = failureLimit;
  }

  @Override
  public @Nullable PendingArticle read() {
    if (page.isEmpty()) {
      checkFailures();
      page.addAll(manifest.pending(run.runId(), lastSeq, until, PAGE));
    }
    ManifestItem item = page.poll();
    if (item == null) {
      return null;
    }
    lastSeq = item.seq();
    SourceItem source = PendingArticle.source(item);
    @Nullable FetchedRecord fetched = RecordCursor.isFor(source) ? cursor.fetch(source) : null;
    return new PendingArticle(item, fetched);
  }

  private void checkFailures() {
    int failures = failureLimit < 0 ? 0 : runs.failures(run.runId());
    if (failureLimit >= 0 && failures > failureLimit) {
      throw new FailureLimitException(failures, failureLimit);
    }
  }

  @Override
  public void close() {
    try {
      cursor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
