package org.quotidian.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream that keeps what a parser has read of it, so that the bytes of a record can be had when
 * the parser says where it began and ended. It keeps no more than a limit.
 */
final class KeptBytes extends FilterInputStream {

  private static final int READ_AHEAD = 1 << 16; // bytes; more than parsers do

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

  /** Lets go of what was read before {@code position}. */
  void forget(long position) {
    int gone = (int) Math.max(0, Math.min(length, position - start));
    System.arraycopy(kept, gone, kept, 0, length - gone);
    start += gone;
    length -= gone;
  }

  /** The bytes from one position to another; null if that is more than is kept. */
  byte @Nullable [] slice(long from, long to) {
    return from < start || to > start + length
        ? null
        : Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start));
  }
}
