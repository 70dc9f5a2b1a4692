package org.quotidian.source;

import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in its file.
 *
 * @param key tells it from the others of the file; the same in every run over the same file
 * @param offset of its first byte in the file; -1 where that helps nobody to find it
 * @param bytes empty where there is a problem
 * @param format makes an article of the bytes
 * @param problem why it cannot be read, as a sentence for a person; null when it can
 */
record RawRecord(String key, long offset, byte[] bytes, Format format, @Nullable String problem) {

  static RawRecord readable(String key, long offset, byte[] bytes, Format format) {
    return new RawRecord(key, offset, bytes, format, null);
  }

  static RawRecord unreadable(String key, long offset, String problem) {
    return new RawRecord(
        key,
        offset,
        new byte[0],
        bytes -> {
          throw new SourceException(problem);
        },
        problem);
  }

  /** The same in a packed file, where an offset is no place to begin to read. */
  RawRecord withoutOffset() {
    return new RawRecord(key, -1, bytes, format, problem);
  }
}
