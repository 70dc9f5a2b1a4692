package org.quotidian.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what comes out of everything that is packed in one file, however deep, and stops a file
 * that unpacks out of all proportion. For one pass over a file, and one thread.
 */
final class UnpackedBytes {

  /** Whatever the ratio: a small file of one repeated line is no bomb. */
  private static final long ALWAYS_ALLOWED = 10 << 20; // bytes

  private final Limits limits;
  private final long most;
  private long unpacked;

  /**
   * @param packed size of the file, in bytes
   */
  UnpackedBytes(Limits limits, long packed) {
    this.limits = limits;
    this.most = Math.max(ALWAYS_ALLOWED, limits.ratio() * packed);
  }

  /** The same bytes; reading more than the limit in all throws a {@link LimitException}. */
  InputStream counted(InputStream in) {
    return new Counted(in);
  }

  private void add(long bytes) throws LimitException {
    unpacked += Math.max(0, bytes);
    if (unpacked > most) {
      throw new LimitException(
          "it unpacks to more than "
              + limits.ratio()
              + " times its size, which limits.ratio does not allow: the rest of it is not read");
    }
  }

  /** A limit of the job was reached; the message names it. */
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
