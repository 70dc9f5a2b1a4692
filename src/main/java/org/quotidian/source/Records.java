package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file one after the other, read as they are asked for; must be closed. What is
 * wrong with a part of the file is a record with a problem.
 */
abstract class Records implements Iterator<RawRecord>, Closeable {

  private @Nullable RawRecord next;
  private boolean ended;

  /** The next record; null behind the last. */
  abstract @Nullable RawRecord read();

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

  /** Closes what they are read from. */
  @Override
  public abstract void close() throws IOException;
}
