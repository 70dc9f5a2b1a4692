package org.quotidian.batch;

import org.jspecify.annotations.Nullable;
import org.quotidian.source.FetchedRecord;
import org.quotidian.store.ManifestItem;

/**
 * An item of the manifest that has no ledger entry yet.
 *
 * @param fetched its bytes, if the whole file had to be read to find them; null if it can be read
 *     by itself
 */
record PendingArticle(ManifestItem item, @Nullable FetchedRecord fetched) {

  /** The memory it takes while it waits, in bytes. */
  int size() {
    return fetched == null ? 0 : fetched.size();
  }
}
