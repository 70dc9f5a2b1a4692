package org.quotidian.batch;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quotidian.store.KnownFile;

/**
 * Looks up files in a sorted list without loading it, because it has an entry for every input file.
 * Files must be looked up in the order of the list; one that is out of order is not found.
 */
final class FilesInOrder {

  private final Iterator<KnownFile> files;
  private @Nullable KnownFile current;

  FilesInOrder(Iterator<KnownFile> files) {
    this.files = files;
  }

  static FilesInOrder none() {
    return new FilesInOrder(Collections.emptyIterator());
  }

  Optional<KnownFile> find(String place) {
    while (current == null || current.place().compareTo(place) < 0) {
      if (!files.hasNext()) {
        current = null;
        return Optional.empty();
      }
      current = files.next();
    }
    return current.place().equals(place) ? Optional.of(current) : Optional.empty();
  }
}
