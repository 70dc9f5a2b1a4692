package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quotidian.language.WordList;

/**
 * Classes of words that have similar neighbours in raw news: teams, cities, verbs of speech. They
 * tell the name model about words that no annotated article contains. From {@code
 * word-classes.txt}: unit, coarse class, fine class. {@link WordUnits} says what a unit is.
 */
final class WordClasses {

  /**
   * @param coarse one of 64 classes
   * @param fine one of 512 classes
   */
  record Of(String coarse, String fine) {}

  /** The classes of a unit that is too rare to have any. */
  static final Of RARE = new Of("", "");

  private final Map<String, Of> classes = new HashMap<>();

  WordClasses(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      classes.put(columns[0], new Of(columns[1], columns[2]));
    }
  }

  static WordClasses load() {
    return new WordClasses(WordList.read(WordClasses.class, "word-classes.txt"));
  }

  Of of(String unit) {
    return classes.getOrDefault(unit, RARE);
  }
}
