package org.quotidian.source;

import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in its file.
 *
 * @param key tells it from the others of the file; the same in every run over the same file
 * @param offset of its first byte in the file; -1 where that helps nobody to find it
 * @param bytes empty where there is a problem
 * @param problem why it cannot be read, as a sentence for a person; null when it can
 */
record RawRecord(String key, long offset, byte[] bytes, @Nullable String problem) {

  static RawRecord unreadable(String key, long offset, String problem) {
    return new RawRecord(key, offset, new byte[0], problem);
  }
}
