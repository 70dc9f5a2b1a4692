package org.quotidian.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a web archive (WARC, ISO 28500) into records by their declared lengths. If a length is
 * wrong, it continues with the next record.
 */
final class WarcSplitter {

  private static final int LONGEST_HEADER = 1 << 16; // bytes
  private static final int VERSION = 5; // bytes of "WARC/"
  private static final int BETWEEN = 8; // bytes; twice what should be between two records
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^Content-Length:\\s*(\\d{1,18})\\s*$");

  /**
   * With more errors, a file is not a web archive. Each error may cost a pass over the whole file.
   */
  private static final int MOST_WRONG = 100;

  private final BufferedInputStream in;
  private final long most;
  private long position;
  private int wrong;

  /**
   * @param offset of the first byte
   * @param header without the empty line
   * @param bytes of header and content; empty if they exceed the limit or are wrong
   * @param length of the content according to the header; -1 if the record does not end there
   */
  record WarcBlock(long offset, String header, byte[] bytes, long length) {

    boolean isWrong() {
      return length < 0;
    }
  }

  /**
   * @param most the largest number of bytes of a record held in memory
   */
  WarcSplitter(BufferedInputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  /** The next record; null at the end, or after too many errors. */
  @Nullable WarcBlock next() throws IOException {
    if (wrong > MOST_WRONG || !findRecord()) {
      return null;
    }
    long offset = position;
    byte[] header = header(in);
    position += header.length;
    String text = new String(header, StandardCharsets.UTF_8);
    Matcher length = LENGTH.matcher(text);
    if (!length.find()) {
      wrong++;
      return new WarcBlock(offset, text, new byte[0], -1);
    }
    return content(offset, header, text, Long.parseLong(length.group(1)));
  }

  /** Whether reading ended because the file is not a web archive. */
  boolean gaveUp() {
    return wrong > MOST_WRONG;
  }

  private WarcBlock content(long offset, byte[] header, String text, long length)
      throws IOException {
    long start = position;
    boolean held = length <= most;
    byte[] content = new byte[0];
    if (held) {
      in.mark((int) length + BETWEEN + VERSION);
      content = in.readNBytes((int) length);
      position += content.length;
    } else {
      skip(length);
    }
    if (position - start == length && endsHere(held)) {
      byte[] all = held ? Arrays.copyOf(header, header.length + content.length) : new byte[0];
      if (held) {
        System.arraycopy(content, 0, all, header.length, content.length);
        in.reset();
        in.skipNBytes(length);
      }
      return new WarcBlock(offset, text, all, length);
    }
    wrong++;
    if (held) {
      in.reset();
      position = start;
    }
    return new WarcBlock(offset, text, new byte[0], -1);
  }

  /**
   * Whether the record ends here: the next one begins, or the file ends. The two line ends between
   * them may be missing.
   *
   * @param marked whether the caller returns to a mark
   */
  private boolean endsHere(boolean marked) throws IOException {
    if (!marked) {
      in.mark(BETWEEN + VERSION);
    }
    byte[] after = in.readNBytes(BETWEEN + VERSION);
    if (!marked) {
      in.reset();
    }
    int i = 0;
    while (i < after.length && (after[i] == '\r' || after[i] == '\n')) {
      i++;
    }
    return i == after.length || WarcFile.begins(Arrays.copyOfRange(after, i, after.length));
  }

  /** Moves to the next line that begins a record. */
  private boolean findRecord() throws IOException {
    boolean lineStart = true;
    while (true) {
      if (lineStart && startsWithVersion()) {
        return true;
      }
      int b = in.read();
      if (b < 0) {
        return false;
      }
      position++;
      lineStart = b == '\n' || b == '\r';
    }
  }

  private boolean startsWithVersion() throws IOException {
    in.mark(VERSION);
    byte[] start = in.readNBytes(VERSION);
    in.reset();
    return WarcFile.begins(start);
  }

  /** Reads a header, of a record or of the response in it, up to and including the empty line. */
  static byte[] header(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int lineLength = 0;
    while (bytes.size() < LONGEST_HEADER) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      bytes.write(b);
      if (b == '\n' && lineLength == 0) {
        break;
      }
      lineLength = b == '\n' ? 0 : b == '\r' ? lineLength : lineLength + 1;
    }
    return bytes.toByteArray();
  }

  private void skip(long length) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        return;
      }
      left -= n;
      position += n;
    }
  }
}
