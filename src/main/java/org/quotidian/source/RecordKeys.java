package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.ArticleId;

/**
 * Gives each record of a file a unique key: the record's own key or its number. In an archive, the
 * name of the entry comes first ({@code dump.jsonl#17}).
 */
final class RecordKeys {

  private static final int MOST_CHARACTERS = 500;
  private static final int MOST_REPEATED = 3;

  /** 64 bits of a hash of each key; collisions are too rare to matter. */
  private final LongSet taken;

  /** Those keys to which a number was added. */
  private final LongSet numbered;

  private final String prefix;
  private final List<String> repeated;

  RecordKeys() {
    this(new LongSet(), new LongSet(), "", new ArrayList<>());
  }

  private RecordKeys(LongSet taken, LongSet numbered, String prefix, List<String> repeated) {
    this.taken = taken;
    this.numbered = numbered;
    this.prefix = prefix;
    this.repeated = repeated;
  }

  /** The keys of the records in the archive entry {@code key}. */
  RecordKeys inside(String key) {
    return new RecordKeys(taken, numbered, key, repeated);
  }

  /** The first keys that occurred again, at most {@value #MOST_REPEATED}. */
  List<String> repeated() {
    return repeated;
  }

  /** Whether a number was added to {@code key}, because an earlier record has the same. */
  boolean isRepeated(String key) {
    return numbered.contains(hash(key));
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
      if (repeated.size() < MOST_REPEATED) {
        repeated.add(key);
      }
      key += "#" + number;
      numbered.add(hash(key));
    }
    return key;
  }

  private static long hash(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Long.parseUnsignedLong(ArticleId.sha256(bytes).substring(0, 16), 16);
  }
}
