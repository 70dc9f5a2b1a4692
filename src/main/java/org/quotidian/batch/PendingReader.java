package org.quotidian.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;
import org.quotidian.source.FetchedRecord;
import org.quotidian.source.RecordCursor;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the items of the manifest that still need processing. It keeps no position: after a
 * restart, the database shows which items are left. Records in compressed files come with their
 * bytes, because only the reader visits them in the order in which they can be read fast.
 */
final class PendingReader implements ItemStreamReader<PendingArticle> {

  private static final int PAGE = 200;

  private final IntFunction<List<ManifestItem>> pages;
  private final RecordCursor cursor;
  private final Deque<ManifestItem> page = new ArrayDeque<>();
  private int lastSeq;

  private PendingReader(int first, IntFunction<List<ManifestItem>> pages, RecordCursor cursor) {
    this.pages = pages;
    this.lastSeq = first - 1;
    this.cursor = cursor;
  }

  /**
   * Items that have no ledger entry from this run.
   *
   * @param first the first item of the manifest to read; {@code until} the last
   * @param failureLimit the step fails once more articles than this have failed in the run; -1
   *     means never
   */
  static PendingReader withoutEntry(
      Manifest manifest,
      Runs runs,
      Run run,
      int first,
      int until,
      RecordCursor cursor,
      int failureLimit) {
    return new PendingReader(
        first,
        after -> {
          checkFailures(runs, run, failureLimit);
          return manifest.pending(run.runId(), after, until, PAGE);
        },
        cursor);
  }

  /** Items whose short lines have not been stored. */
  static PendingReader withoutLines(
      Manifest manifest, Run run, Fingerprint fingerprint, RecordCursor cursor) {
    return new PendingReader(
        0, after -> manifest.withoutLines(run.runId(), after, fingerprint.failed(), PAGE), cursor);
  }

  /** No items. */
  static PendingReader none(RecordCursor cursor) {
    return new PendingReader(0, after -> List.of(), cursor);
  }

  @Override
  public @Nullable PendingArticle read() {
    if (page.isEmpty()) {
      page.addAll(pages.apply(lastSeq));
    }
    ManifestItem item = page.poll();
    if (item == null) {
      return null;
    }
    lastSeq = item.seq();
    SourceItem found = item.found();
    @Nullable FetchedRecord fetched = RecordCursor.isFor(found) ? cursor.fetch(found) : null;
    return new PendingArticle(item, fetched);
  }

  private static void checkFailures(Runs runs, Run run, int failureLimit) {
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
