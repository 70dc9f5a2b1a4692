package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a table into rows (RFC 4180): a line end between quotation marks does not end a row. A
 * quotation that is not closed costs one line: it is noticed where the next one begins, at the end
 * of the file, or where a row would exceed the limit, and reading continues with the next line. One
 * row is held in memory at a time.
 */
final class RowSplitter implements Lines {

  private static final int CHUNK = 1 << 16; // bytes

  /** How many times the limit may be read twice before quotations no longer extend over lines. */
  private static final int MOST_REREAD = 4;

  private final InputStream in;
  private final long most;
  private String separators;
  private byte[] buffer = new byte[CHUNK];
  private int start; // of the row, in the buffer
  private int next;
  private int filled;
  private long position; // of the buffer's first byte in the file
  private long line = 1; // of the file, where the row begins
  private long reread;

  /**
   * @param most bytes in a row
   * @param separators what may separate cells
   */
  RowSplitter(InputStream in, long most, String separators) {
    this.in = in;
    this.most = most;
    this.separators = separators;
  }

  /** Sets what separates cells from here on. */
  void separator(char separator) {
    this.separators = String.valueOf(separator);
  }

  @Override
  public @Nullable Line next() throws IOException {
    start = next;
    boolean quoted = false;
    boolean cellBegins = true;
    int lineEnd = -1; // the first in the open quotation, counted from the start of the row
    while (hasMore()) {
      if (next - start >= most) {
        return quoted && lineEnd >= 0 ? unclosed(lineEnd) : tooLong();
      }
      byte b = buffer[next];
      if (b == '\n' && !quoted) {
        return row(next + 1);
      } else if (b == '\n' && lineEnd < 0) {
        if (reread > MOST_REREAD * most) {
          return unclosed(next - start);
        }
        lineEnd = next - start;
      } else if (b == '"' && !quoted) {
        quoted = cellBegins;
        lineEnd = -1;
      } else if (b == '"') {
        if (following(0) == '"') {
          next++; // a mark in the text
        } else if (endsCell()) {
          quoted = false;
        } else if (lineEnd >= 0 && cellBegins) {
          return unclosed(lineEnd);
        }
      }
      cellBegins = b == '\n' || separators.indexOf(b) >= 0 || (cellBegins && b == ' ');
      next++;
    }
    if (quoted) {
      return unclosed(lineEnd < 0 ? next - start : lineEnd);
    }
    return next == start ? null : row(next);
  }

  private Line row(int end) {
    int last = end;
    while (last > start && (buffer[last - 1] == '\n' || buffer[last - 1] == '\r')) {
      last--;
    }
    long offset = position + start;
    byte[] bytes = Arrays.copyOfRange(buffer, start, last);
    for (int i = start; i < end; i++) {
      line += buffer[i] == '\n' ? 1 : 0;
    }
    next = end;
    return new Line(offset, bytes, null);
  }

  /** The first line of a row whose quotation is not closed. The rest is read again. */
  private Line unclosed(int lineEnd) {
    reread += next - start - lineEnd;
    String problem =
        "a quotation mark that opens in line "
            + line
            + " of the file is not closed; reading continues with the next line";
    return new Line(row(Math.min(filled, start + lineEnd + 1)).offset(), new byte[0], problem);
  }

  private Line tooLong() throws IOException {
    long offset = position + start;
    while (hasMore() && buffer[next] != '\n') {
      next++;
      start = next;
    }
    next += next < filled ? 1 : 0;
    line++;
    return new Line(offset, new byte[0], "the row is longer than limits.file-size allows");
  }

  /** Whether the cell ends behind the next byte, a mark; spaces may come between. */
  private boolean endsCell() throws IOException {
    int spaces = 0;
    while (following(spaces) == ' ') {
      spaces++;
    }
    int after = following(spaces);
    return after < 0 || after == '\r' || after == '\n' || separators.indexOf(after) >= 0;
  }

  /** The byte behind the next one and some others; -1 at the end. */
  private int following(int others) throws IOException {
    int ahead = 1 + others;
    next += ahead;
    int after = hasMore() ? buffer[next] : -1;
    next -= ahead;
    return after;
  }

  /** Whether there is a next byte, which is then in the buffer. */
  private boolean hasMore() throws IOException {
    if (next < filled) {
      return true;
    }
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    position += start;
    next -= start;
    filled -= start;
    start = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    filled += Math.max(0, in.read(buffer, filled, buffer.length - filled));
    return next < filled;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
