package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quotidian.language.WordList;

/** The values of words for days, weeks and hours, from {@code time-words.txt}. */
final class VietnameseTimeWords {

  private final Map<String, String> values = new HashMap<>();

  VietnameseTimeWords(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      values.put(key(columns[0], columns[1]), columns[2]);
    }
  }

  static VietnameseTimeWords load() {
    return new VietnameseTimeWords(WordList.read(VietnameseTimeWords.class, "time-words.txt"));
  }

  /** The value of a word of a kind; empty if it has none. */
  Optional<String> value(String kind, String word) {
    return Optional.ofNullable(values.get(key(kind, word)));
  }

  Optional<Integer> number(String kind, String word) {
    return value(kind, word).map(Integer::valueOf);
  }

  private static String key(String kind, String word) {
    return kind + "\t" + word;
  }
}
