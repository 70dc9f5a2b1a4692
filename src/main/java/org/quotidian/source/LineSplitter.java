package org.quotidian.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream of bytes into lines and records where each begins. One that is longer than the
 * limit is skipped without being held in memory.
 */
final class LineSplitter implements Lines {

  private final InputStream in;
  private final long most;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private long position;

  /**
   * @param most bytes in a line
   */
  LineSplitter(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  @Override
  public @Nullable Line next() throws IOException {
    long start = position;
    Collected line = new Collected();
    while (fill()) {
      int from = next;
      while (next < filled && buffer[next] != '\n') {
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

    void add(int from) {
      length += next - from;
      if (length <= most) {
        bytes.write(buffer, from, next - from);
      } else {
        bytes.reset();
      }
    }

    Line from(long start) {
      return length > most
          ? new Line(start, new byte[0], "the line is longer than limits.file-size allows")
          : new Line(start, bytes.toByteArray(), null);
    }
  }
}
