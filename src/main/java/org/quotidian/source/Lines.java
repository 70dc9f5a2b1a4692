package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, or the rows of a table, one after the other. */
interface Lines extends Closeable {

  /**
   * @param offset of the first byte in the file
   * @param bytes without the line end; empty if there is a problem
   * @param problem why it cannot be read, as a sentence for a person; null if it can
   */
  record Line(long offset, byte[] bytes, @Nullable String problem) {}

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException;
}
