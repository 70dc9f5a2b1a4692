package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import org.quotidian.model.ArticleId;

/**
 * Gives the records of one file keys that differ: what the record calls itself, or its number; in
 * an archive, behind the name of the entry ({@code dump.jsonl#17}).
 */
final class RecordKeys {

  private static final int MOST_CHARACTERS = 500;

  /** 64 bits of each key: two the same are not to be seen. */
  private final LongSet taken;

  private final String prefix;

  RecordKeys() {
    this(new LongSet(), "");
  }

  private RecordKeys(LongSet taken, String prefix) {
    this.taken = taken;
    this.prefix = prefix;
  }

  /** Those of the records in the entry {@code key} of an archive. */
  RecordKeys inside(String key) {
    return new RecordKeys(taken, key);
  }

  /**
   * @param own the key in the record; empty where it has none
   * @param number of the record in the file, from 1
   */
  String key(String own, long number) {
    String name = own.strip().replaceAll("\\s+", " ");
    boolean isNumbered = name.isEmpty() || name.length() > MOST_CHARACTERS;
    String key = isNumbered ? prefix + "#" + number : prefix.isEmpty() ? name : prefix + "#" + name;
    while (!taken.add(hash(key))) {
      key += "#" + number;
    }
    return key;
  }

  private static long hash(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Long.parseUnsignedLong(ArticleId.sha256(bytes).substring(0, 16), 16);
  }
}
