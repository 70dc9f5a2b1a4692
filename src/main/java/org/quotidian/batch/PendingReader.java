package org.quotidian.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the items of the manifest that have no ledger entry from this run. It keeps no position of its
 * own: after a restart the ledger says where to go on.
 */
final class PendingReader implements ItemReader<ManifestItem> {

  private static final int PAGE = 1000;

  private final Manifest manifest;
  private final int runId;
  private final Deque<ManifestItem> page = new ArrayDeque<>();
  private int lastSeq = -1;

  PendingReader(Manifest manifest, int runId) {
    this.manifest = manifest;
    this.runId = runId;
  }

  @Override
  public @Nullable ManifestItem read() {
    if (page.isEmpty()) {
      page.addAll(manifest.pending(runId, lastSeq, PAGE));
    }
    ManifestItem item = page.poll();
    if (item != null) {
      lastSeq = item.seq();
    }
    return item;
  }
}
