package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a sentence into units: runs of capitalised words, words of two syllables in small letters
 * that {@link Compounds} knows, and single syllables or marks. Words in small letters are written
 * in lower case, with one name for all numbers.
 */
final class WordUnits {

  private static final int LEAST_TENTHS = 4;
  private static final String NUMBER = "0";

  private WordUnits() {}

  /**
   * @param start index of its first word in the sentence
   * @param end one past its last word
   */
  record Unit(int start, int end, String text) {}

  /**
   * @param runs of capitalised words in the sentence, in order
   */
  static List<Unit> in(List<NameWord> words, List<CapitalRun> runs, Compounds compounds) {
    var units = new ArrayList<Unit>();
    int nextRun = 0;
    int i = 0;
    while (i < words.size()) {
      if (nextRun < runs.size() && runs.get(nextRun).start() == i) {
        CapitalRun run = runs.get(nextRun++);
        units.add(new Unit(i, run.end(), run.text()));
        i = run.end();
        continue;
      }
      int end = isCompound(words, i, compounds) ? i + 2 : i + 1;
      units.add(new Unit(i, end, text(words, i, end)));
      i = end;
    }
    return units;
  }

  private static boolean isCompound(List<NameWord> words, int i, Compounds compounds) {
    return i + 1 < words.size()
        && words.get(i).shape() == WordShape.LOWER
        && words.get(i + 1).shape() == WordShape.LOWER
        && compounds.tenthsOf(words.get(i).lower(), words.get(i + 1).lower()) >= LEAST_TENTHS;
  }

  private static String text(List<NameWord> words, int start, int end) {
    String first = words.get(start).lower();
    if (Character.isDigit(first.charAt(0))) {
      return NUMBER;
    }
    return end - start == 1 ? first : first + " " + words.get(start + 1).lower();
  }
}
