package org.quotidian.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in pieces that tokenizers read quickly and rightly: at each of several adjacent
 * punctuation marks they look ahead to the next space, so text without spaces is passed to them in
 * parts; and they do not know that a sentence ends where the space behind its stop was lost.
 */
final class Pieces {

  /** Characters without a space. Longer strings are not words of an article. */
  private static final int LONGEST_STRETCH = 1000;

  private static final String SENTENCE_ENDS = "。！？؟";

  /** A stop between a word in small letters and one with a capital, or blanks before a mark. */
  private static final Pattern LOST_SPACE =
      Pattern.compile(
          "(?<=\\p{Ll}{3}[»”\"]?[.!?…][»”\"]?)(?=[«“]?\\p{Lu}[\\p{Ll}'’]\\S*\\s)|(?<=[^\\s:,]  )(?=[«“\"]\\p{Lu})");

  /** A piece and its place in the text. */
  record Piece(String text, int start) {}

  private Pieces() {}

  /** The pieces in text order; together they are the text. */
  static List<Piece> of(String text) {
    var pieces = new ArrayList<Piece>();
    Matcher lost = LOST_SPACE.matcher(text);
    int start = 0;
    while (lost.find()) {
      add(text, start, lost.start(), pieces);
      start = lost.start();
    }
    add(text, start, text.length(), pieces);
    return pieces;
  }

  private static void add(String whole, int from, int to, List<Piece> pieces) {
    String text = whole.substring(from, to);
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      pieces.add(new Piece(text.substring(start, end), from + start));
      start = end;
    }
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
