package org.quotidian.batch;

import org.jspecify.annotations.Nullable;
import org.quotidian.source.FetchedRecord;
import org.quotidian.store.ManifestItem;

/**
 * An item of the manifest that has no ledger entry yet.
 *
 * @param fetched its bytes, where they could only be had by going through their file; null where it
 *     can be read by itself
 */
record PendingArticle(ManifestItem item, @Nullable FetchedRecord fetched) {

  /** What it takes of the memory while it waits, in bytes. */
  int size() {
    return fetched == null ? 0 : fetched.size();
  }
}
