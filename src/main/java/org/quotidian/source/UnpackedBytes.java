package org.quotidian.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes decompressed from one file at all levels, and stops if they are too many in
 * proportion to its size. For one pass over a file, and one thread.
 */
final class UnpackedBytes {

  /** Allowed at any ratio: a small file of one repeated line is not a bomb. */
  private static final long ALWAYS_ALLOWED = 10 << 20; // bytes

  private final Limits limits;
  private final long most;
  private long unpacked;

  /**
   * @param packed size of the compressed file, in bytes
   */
  UnpackedBytes(Limits limits, long packed) {
    this.limits = limits;
    this.most = Math.max(ALWAYS_ALLOWED, limits.ratio() * packed);
  }

  /**
   * The same stream, counted. If the total exceeds the limit, reading throws a {@link
   * LimitException}.
   */
  InputStream counted(InputStream in) {
    return new Counted(in);
  }

  private void add(long bytes) throws LimitException {
    unpacked += Math.max(0, bytes);
    if (unpacked > most) {
      throw new LimitException(
          "it unpacks to more than "
              + limits.ratio()
              + " times its size, more than limits.ratio allows: the rest is not read");
    }
  }

  /** A limit of the job was exceeded. The message names it. */
  static final class LimitException extends IOException {

    LimitException(String message) {
      super(message);
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      add(n);
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      add(skipped);
      return skipped;
    }
  }
}
