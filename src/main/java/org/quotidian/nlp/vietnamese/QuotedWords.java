package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;

/**
 * Features of a few words in quotation marks: a title, a nickname or an ironic expression, rarely a
 * name.
 */
final class QuotedWords {

  private static final int MOST = 8; // words

  private QuotedWords() {}

  /** For each word of a sentence, features of the quotation marks around it. */
  static List<List<String>> features(List<NameWord> words) {
    var features = new ArrayList<List<String>>();
    for (int i = 0; i < words.size(); i++) {
      features.add(List.of());
    }
    int i = 0;
    while (i < words.size()) {
      int close = closing(words, i);
      if (close > i + 1) {
        String length = "|" + Math.min(4, close - i - 1);
        String before = NameFeatures.lower(words, i - 1);
        for (int k = i + 1; k < close; k++) {
          String shape = words.get(k).shape().code();
          features.set(
              k,
              List.of(
                  "ql=" + length + shape,
                  "qb=" + before + "|" + shape,
                  "qf=" + (k == i + 1) + shape));
        }
      }
      i = Math.max(close, i) + 1;
    }
    return features;
  }

  /** The index of the mark that closes the one at a word; -1 if there is none near. */
  private static int closing(List<NameWord> words, int open) {
    String mark =
        switch (words.get(open).form()) {
          case "“" -> "”";
          case "\"" -> "\"";
          case "‘" -> "’";
          case "'" -> "'";
          default -> "";
        };
    for (int i = open + 1; !mark.isEmpty() && i < Math.min(words.size(), open + MOST + 2); i++) {
      if (words.get(i).form().equals(mark)) {
        return i;
      }
    }
    return -1;
  }
}
