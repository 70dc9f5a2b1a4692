package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.language.WordList;

/**
 * How often a syllable is capitalised when it does not begin a sentence, counted in news: {@code
 * ông} never, {@code nguyễn} always. From {@code capital-ratios.txt}: syllable, tenths.
 */
final class CapitalRatios {

  private static final int MOSTLY_LOWER = 3; // tenths

  private final Map<String, Integer> tenths = new HashMap<>();

  CapitalRatios(List<String> lines) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      tenths.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
    }
  }

  static CapitalRatios load() {
    return new CapitalRatios(WordList.read(CapitalRatios.class, "capital-ratios.txt"));
  }

  /** Tenths from 0 to 10; -1 for a syllable that is too rare. */
  int tenthsOf(NameWord word) {
    return tenths.getOrDefault(word.lower(), -1);
  }

  boolean isUsuallyLower(NameWord word) {
    int known = tenthsOf(word);
    return known >= 0 && known <= MOSTLY_LOWER;
  }
}
