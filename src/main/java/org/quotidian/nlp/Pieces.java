package org.quotidian.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in pieces that tokenizers read quickly: at each of several adjacent punctuation marks they
 * look ahead to the next space, so text without spaces is passed to them in parts.
 */
final class Pieces {

  /** Characters without a space. Longer strings are not words of an article. */
  private static final int LONGEST_STRETCH = 1000;

  private static final String SENTENCE_ENDS = "。！？؟";

  /** A piece and its place in the text. */
  record Piece(String text, int start) {}

  private Pieces() {}

  /** The pieces in text order; together they are the text. */
  static List<Piece> of(String text) {
    var pieces = new ArrayList<Piece>();
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      pieces.add(new Piece(text.substring(start, end), start));
      start = end;
    }
    return pieces;
  }

  private static int end(String text, int start) {
    int stretch = start;
    for (int i = start; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        stretch = i + 1;
      } else if (i - stretch == LONGEST_STRETCH) {
        return endOfStretch(text, stretch, i);
      }
    }
    return text.length();
  }

  /** Behind the end of a sentence, for languages without spaces; otherwise between two words. */
  private static int endOfStretch(String text, int stretch, int longest) {
    for (int end = longest; end > stretch; end--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    int end = longest;
    while (end > stretch && Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end > stretch ? end : longest;
  }
}
