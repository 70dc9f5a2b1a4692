package org.quotidian.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quotidian.language.WordList;

/** The names of months in {@code months.tsv}. */
final class Months {

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Set<String> ENGLISH = new HashSet<>();

  static {
    for (List<String> row : WordList.rows(Months.class, "months.tsv")) {
      for (int month = 1; month < row.size(); month++) {
        for (String name : row.get(month).split("/")) {
          NUMBERS.putIfAbsent(name.toLowerCase(Locale.ROOT), month);
          if (row.get(0).equals("en")) {
            ENGLISH.add(name);
          }
        }
      }
    }
  }

  /** A regular expression for the names in all languages, whatever their case. */
  static final String NAME = "(?iu:" + WordList.anyOf(NUMBERS.keySet()) + ")";

  private Months() {}

  /**
   * The number of a month, from 1.
   *
   * @param name matched by {@link #NAME}
   */
  static int number(String name) {
    return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  /** Whether this is an English name in its usual capitals. */
  static boolean isEnglish(String name) {
    return ENGLISH.contains(name);
  }
}
