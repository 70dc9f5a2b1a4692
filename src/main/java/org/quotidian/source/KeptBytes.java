package org.quotidian.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream that keeps the bytes a parser has read, up to a limit, so that the bytes of a record are
 * available once the parser knows where it began and ended.
 */
final class KeptBytes extends FilterInputStream {

  private static final int READ_AHEAD = 1 << 16; // bytes; more than parsers read ahead

  private final long most;
  private byte[] kept = new byte[READ_AHEAD];
  private int length;
  private long start;

  /**
   * @param most bytes in one record
   */
  KeptBytes(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    int n = super.read(bytes, offset, Math.min(wanted, READ_AHEAD));
    if (n > 0) {
      keep(bytes, offset, n);
    }
    return n;
  }

  private void keep(byte[] bytes, int offset, int n) {
    if (length + n > most + READ_AHEAD) {
      start += length; // the record is too large anyway
      length = 0;
    }
    if (length + n > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(length + n, 2 * kept.length));
    }
    System.arraycopy(bytes, offset, kept, length, n);
    length += n;
  }

  /** Discards what was read before {@code position}. */
  void forget(long position) {
    int gone = (int) Math.max(0, Math.min(length, position - start));
    System.arraycopy(kept, gone, kept, 0, length - gone);
    start += gone;
    length -= gone;
  }

  /** The bytes between two positions; null if some of them are no longer kept. */
  byte @Nullable [] slice(long from, long to) {
    return from < start || to > start + length
        ? null
        : Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start));
  }
}
