package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import org.quotidian.model.ArticleId;

/**
 * Gives each record of a file a unique key: the record's own key or its number. In an archive, the
 * name of the entry comes first ({@code dump.jsonl#17}).
 */
final class RecordKeys {

  private static final int MOST_CHARACTERS = 500;

  /** 64 bits of a hash of each key; collisions are too rare to matter. */
  private final LongSet taken;

  private final String prefix;

  RecordKeys() {
    this(new LongSet(), "");
  }

  private RecordKeys(LongSet taken, String prefix) {
    this.taken = taken;
    this.prefix = prefix;
  }

  /** The keys of the records in the archive entry {@code key}. */
  RecordKeys inside(String key) {
    return new RecordKeys(taken, key);
  }

  /**
   * @param own the key in the record; empty if it has none
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
