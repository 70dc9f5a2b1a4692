package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file one after the other, read on demand; must be closed. If part of the file
 * cannot be read, it becomes a record with a problem.
 */
abstract class Records implements Iterator<RawRecord>, Closeable {

  private @Nullable RawRecord next;
  private boolean ended;

  /** The next record; null at the end. */
  abstract @Nullable RawRecord read();

  /** Keys that occurred again in the part that was read, some of them if there are many. */
  List<String> repeatedKeys() {
    return List.of();
  }

  /** Whether an earlier record has the same key as this one had, before its number was added. */
  boolean isRepeated(RawRecord record) {
    return false;
  }

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public final RawRecord next() {
    RawRecord current = hasNext() ? next : null;
    if (current == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return current;
  }

  /** Closes the underlying file. */
  @Override
  public abstract void close() throws IOException;
}
