package org.quotidian.source;

import org.jspecify.annotations.Nullable;

/**
 * A record as stored in its file.
 *
 * @param key identifies the record in its file; the same in every run over the same file
 * @param offset of its first byte in the file; -1 if it cannot be read from there
 * @param bytes empty if there is a problem
 * @param format reads an article from the bytes
 * @param problem why it cannot be read, as a sentence for a person; null if it can
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

  /** The same record in a compressed file, where reading cannot start at an offset. */
  RawRecord withoutOffset() {
    return new RawRecord(key, -1, bytes, format, problem);
  }
}
