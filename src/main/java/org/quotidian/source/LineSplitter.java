package org.quotidian.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines, or rows, and knows where each began. One that is longer than
 * the limit is passed over without being held in memory.
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
   * @param bytes without the line end; empty where it was passed over
   * @param tooLong whether it was passed over
   */
  record Line(long offset, byte[] bytes, boolean tooLong) {}

  /**
   * @param most bytes in a line
   * @param quotes whether line ends between double quotes do not count, as in CSV
   */
  LineSplitter(InputStream in, long most, boolean quotes) {
    this.in = in;
    this.most = most;
    this.quotes = quotes;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    long start = position;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean quoted = false;
    for (int b = read(); b >= 0; b = read()) {
      // A quote that is never closed ends at the first line end after the limit.
      if (b == '\n' && (tooLong || !(quotes && quoted))) {
        return new Line(start, bytes.toByteArray(), tooLong);
      }
      quoted ^= b == '"';
      if (!tooLong && bytes.size() >= most) {
        tooLong = true;
        bytes = new ByteArrayOutputStream();
      }
      if (!tooLong) {
        bytes.write(b);
      }
    }
    return position == start ? null : new Line(start, bytes.toByteArray(), tooLong);
  }

  private int read() throws IOException {
    if (next == filled) {
      filled = in.read(buffer);
      next = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    position++;
    return buffer[next++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
