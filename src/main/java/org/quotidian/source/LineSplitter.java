package org.quotidian.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines or rows and records where each begins. One that is longer
 * than the limit is skipped without being held in memory.
 */
final class LineSplitter implements Closeable {

  private final InputStream in;
  private final long most;
  private final boolean quotes;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private long position;

  /**
   * @param offset of the first byte
   * @param bytes without the line end; empty if it was skipped
   * @param tooLong whether it was skipped
   */
  record Line(long offset, byte[] bytes, boolean tooLong) {}

  /**
   * @param most bytes in a line
   * @param quotes whether to ignore line ends between double quotes, as in CSV
   */
  LineSplitter(InputStream in, long most, boolean quotes) {
    this.in = in;
    this.most = most;
    this.quotes = quotes;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    long start = position;
    Collected line = new Collected();
    boolean quoted = false;
    while (fill()) {
      int from = next;
      // A quotation that is never closed ends at the first line end after the limit.
      while (next < filled && !(buffer[next] == '\n' && (!quoted || line.tooLong(from)))) {
        quoted ^= quotes && buffer[next] == '"';
        next++;
      }
      line.add(from);
      if (next < filled) {
        next++;
        position = start + line.length + 1;
        return line.from(start);
      }
      position = start + line.length;
    }
    return position == start ? null : line.from(start);
  }

  private boolean fill() throws IOException {
    if (next == filled) {
      filled = Math.max(0, in.read(buffer));
      next = 0;
    }
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The part of a line that has been read. */
  private final class Collected {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long length;

    /** Whether it exceeds the limit together with the part in the buffer. */
    boolean tooLong(int from) {
      return length + next - from > most;
    }

    void add(int from) {
      length += next - from;
      if (length <= most) {
        bytes.write(buffer, from, next - from);
      } else {
        bytes.reset();
      }
    }

    Line from(long start) {
      boolean tooLong = length > most;
      return new Line(start, tooLong ? new byte[0] : bytes.toByteArray(), tooLong);
    }
  }
}
