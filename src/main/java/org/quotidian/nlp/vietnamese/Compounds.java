package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.language.WordList;

/**
 * Adjacent syllables that form a word: <i>quốc tế</i>, <i>tổ chức</i>. From {@code compounds.txt}:
 * two syllables, and tenths of their normalised pointwise mutual information (Bouma 2009), counted
 * in news. A name does not end inside a word.
 */
final class Compounds {

  private final Map<String, Map<String, Integer>> tenths = new HashMap<>();

  Compounds(List<String> lines) {
    for (String line : lines) {
      int blank = line.indexOf(' ');
      int tab = line.indexOf('\t');
      tenths
          .computeIfAbsent(line.substring(0, blank), k -> new HashMap<>())
          .put(line.substring(blank + 1, tab), Integer.parseInt(line.substring(tab + 1)));
    }
  }

  static Compounds load() {
    return new Compounds(WordList.read(Compounds.class, "compounds.txt"));
  }

  /** Tenths from 3 to 9; 0 for syllables that do not form a word. Both in lower case. */
  int tenthsOf(String first, String second) {
    return tenths.getOrDefault(first, Map.of()).getOrDefault(second, 0);
  }
}
