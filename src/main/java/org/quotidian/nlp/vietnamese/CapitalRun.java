package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;

/**
 * Adjacent capitalised words. Most names are such runs.
 *
 * @param start index of its first word in the sentence
 * @param end one past its last word
 * @param text its words in normal spelling, joined by spaces
 */
record CapitalRun(int start, int end, String text) {

  int length() {
    return end - start;
  }

  /**
   * The runs in a sentence. A word that is capitalised only because it begins a sentence ({@code
   * Ông Nguyễn Văn Lan}) is not included.
   */
  static List<CapitalRun> in(List<NameWord> sentence, CapitalRatios ratios) {
    var runs = new ArrayList<CapitalRun>();
    int i = firstWord(sentence);
    if (i < sentence.size() && ratios.isUsuallyLower(sentence.get(i))) {
      i++;
    }
    while (i < sentence.size()) {
      int end = i;
      while (end < sentence.size() && sentence.get(end).shape().isCapital()) {
        end++;
      }
      if (end > i) {
        runs.add(new CapitalRun(i, end, text(sentence, i, end)));
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  /** The index of the first word of a sentence, after quotation marks, dashes and the like. */
  static int firstWord(List<NameWord> sentence) {
    int i = 0;
    while (i < sentence.size() && sentence.get(i).shape() == WordShape.MARK) {
      i++;
    }
    return i;
  }

  static String text(List<NameWord> sentence, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(i > start ? " " : "").append(sentence.get(i).form());
    }
    return text.toString();
  }
}
