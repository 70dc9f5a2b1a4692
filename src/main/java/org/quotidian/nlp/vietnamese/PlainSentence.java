package org.quotidian.nlp.vietnamese;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.model.Token;

/**
 * A sentence as rules read it: lower case, one tone style, single blanks where the text has white
 * space; with the way back to the text.
 */
final class PlainSentence {

  private final String plain;
  private final int[] offsets;

  private PlainSentence(String plain, int[] offsets) {
    this.plain = plain;
    this.offsets = offsets;
  }

  static PlainSentence of(List<Token> tokens) {
    var plain = new StringBuilder();
    int longest = tokens.stream().mapToInt(token -> 2 * token.text().length() + 1).sum();
    int[] offsets = new int[longest + 1];
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0 && tokens.get(i - 1).end() < token.start()) {
        offsets[plain.length()] = tokens.get(i - 1).end();
        plain.append(' ');
      }
      String form = VietnameseSyllables.normal(token.text()).toLowerCase(Locale.ROOT);
      if (form.length() > 2 * token.text().length()) {
        form = token.text();
      }
      for (int k = 0; k < form.length(); k++) {
        boolean sameLength = form.length() == token.text().length();
        offsets[plain.length() + k] = token.start() + (sameLength ? k : 0);
      }
      plain.append(form);
      offsets[plain.length()] = token.end();
    }
    return new PlainSentence(plain.toString(), offsets);
  }

  String text() {
    return plain;
  }

  /** Where words and numbers begin, and marks that are no part of one. */
  int[] wordStarts() {
    return IntStream.range(0, plain.length())
        .filter(i -> plain.charAt(i) != ' ')
        .filter(i -> i == 0 || !Character.isLetterOrDigit(plain.charAt(i - 1)))
        .toArray();
  }

  /** The index of the first plain character that stands at an offset of the article or after it. */
  int indexOf(int offset) {
    int low = 0;
    int high = plain.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where in the article a piece of the plain text starts. */
  int start(int index) {
    return offsets[index];
  }

  /** Where in the article a piece ends that ends before {@code index}. */
  int end(int index) {
    return index < plain.length() && plain.charAt(index) == ' ' || index == plain.length()
        ? offsets[index]
        : Math.max(offsets[index - 1] + 1, offsets[index]);
  }
}
