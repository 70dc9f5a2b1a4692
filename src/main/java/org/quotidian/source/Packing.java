package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a stream of bytes is compressed, detected from its first bytes. Streams of several parts, as
 * crawlers and parallel compressors write them, are read to the end.
 */
enum Packing {
  GZIP(Map.of(".gz", "", ".tgz", ".tar"), 0x1F, 0x8B) {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }
  },
  BZIP2(Map.of(".bz2", "", ".tbz2", ".tar", ".tbz", ".tar"), 'B', 'Z', 'h') {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }
  },
  XZ(Map.of(".xz", "", ".txz", ".tar"), 0xFD, '7', 'z', 'X', 'Z', 0) {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return XZCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(MOST_MEMORY)
          .get();
    }
  };

  /** The highest preset of xz needs 65 MiB, but a header can ask for gigabytes. */
  private static final int MOST_MEMORY = 100 << 10; // KiB

  /** Length of the longest magic number, in bytes. */
  static final int MAGIC = 6;

  private final Map<String, String> endings;
  private final int[] magic;

  Packing(Map<String, String> endings, int... magic) {
    this.endings = endings;
    this.magic = magic;
  }

  abstract InputStream unpack(InputStream in) throws IOException;

  /**
   * How {@code bytes}, or the first {@value MAGIC} of them, are compressed; null if they are not.
   */
  static @Nullable Packing of(byte[] bytes) {
    for (Packing packing : values()) {
      if (packing.packs(bytes)) {
        return packing;
      }
    }
    return null;
  }

  /** The name of the file inside. */
  String inside(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> ending : endings.entrySet()) {
      if (lower.endsWith(ending.getKey())) {
        return name.substring(0, name.length() - ending.getKey().length()) + ending.getValue();
      }
    }
    return name;
  }

  private boolean packs(byte[] bytes) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
