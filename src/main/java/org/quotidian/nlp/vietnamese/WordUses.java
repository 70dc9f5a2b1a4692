package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.language.WordList;

/**
 * How a first model of words, trained without this list, read raw news (Wang, Kazama, Tsuruoka,
 * Chen, Zhang and Torisawa 2011): for a syllable, its commonest tags; for two adjacent syllables,
 * how often they were in one word, in tenths, and its commonest class. From {@code word-uses.txt}.
 * The final model learns from it about words that the treebank does not contain.
 */
final class WordUses {

  /** The use of what is too rare. */
  static final String RARE = "";

  private final Map<String, String> uses = new HashMap<>();

  /**
   * @param lines a syllable or two in lower case with a blank between, a tab, the use
   */
  WordUses(List<String> lines) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      uses.put(line.substring(0, tab), line.substring(tab + 1));
    }
  }

  static WordUses load() {
    return new WordUses(WordList.read(WordUses.class, "word-uses.txt"));
  }

  /** Equal for syllables, or for pairs, that are used alike; nothing else reads it. */
  String of(String syllables) {
    return uses.getOrDefault(syllables, RARE);
  }

  /** Whether two syllables are in one word: tenths from 1 to 9, or 0. */
  static String joined(String useOfPair) {
    return useOfPair.isEmpty() ? "0" : useOfPair.substring(0, 1);
  }
}
