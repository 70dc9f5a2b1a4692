package org.quotidian.nlp.vietnamese;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.model.Token;

/**
 * A sentence in the form that rules read: lower case, one tone style, single spaces for white
 * space; with a mapping back to the text.
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

  /** The positions where words and numbers begin, and of punctuation that belongs to neither. */
  int[] wordStarts() {
    return IntStream.range(0, plain.length())
        .filter(i -> plain.charAt(i) != ' ')
        .filter(i -> i == 0 || !Character.isLetterOrDigit(plain.charAt(i - 1)))
        .toArray();
  }

  /** The index of the first plain character at or after an offset of the article. */
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

  /** The start in the article of a piece of the plain text. */
  int start(int index) {
    return offsets[index];
  }

  /** The end in the article of a piece that ends before {@code index}. */
  int end(int index) {
    return index < plain.length() && plain.charAt(index) == ' ' || index == plain.length()
        ? offsets[index]
        : Math.max(offsets[index - 1] + 1, offsets[index]);
  }
}
