package org.quotidian.source;

import java.util.HashSet;
import java.util.Set;
import org.quotidian.model.ArticleId;

/** Gives the records of one file keys that differ: what the record calls itself, or its number. */
final class RecordKeys {

  private static final int MOST_CHARACTERS = 500;

  /**
   * 64 bits of each key: a million of them take some 50 MB, and two the same are not to be seen.
   */
  private final Set<Long> taken = new HashSet<>();

  /**
   * @param own the key in the record; empty where it has none
   * @param number of the record in the file, from 1
   */
  String key(String own, long number) {
    String name = own.strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
      return taken("#" + number);
    }
    return taken.add(hash(name)) ? name : taken(name + "#" + number);
  }

  private String taken(String key) {
    taken.add(hash(key));
    return key;
  }

  private static long hash(String key) {
    byte[] bytes = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Long.parseUnsignedLong(ArticleId.sha256(bytes).substring(0, 16), 16);
  }
}
