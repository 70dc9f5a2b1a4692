package org.quotidian.batch;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quotidian.store.KnownFile;

/**
 * Finds files in a list that is as long as there are files, without holding it: they are asked for
 * in its order. One that is out of order is not found.
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
