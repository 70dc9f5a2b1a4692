package org.quotidian.quote;

/**
 * Punctuation marks that scripts write in ways of their own, and the marks that rules ask for: a
 * full-width or Arabic comma is a comma.
 */
final class Punctuation {

  private static final String OWN = "，。．：；！？（）〔〕［］﹐﹑｡،؛؟۔";
  private static final String KNOWN = ",..:;!?()()(),,.,;?.";

  /** What ends a statement, besides the dots of one that breaks off. */
  private static final String STOPS = ".!?…。！？؟۔";

  private Punctuation() {}

  /** The mark that rules ask for; any other word as it is. */
  static String plain(String word) {
    if (word.length() != 1) {
      return word;
    }
    int place = OWN.indexOf(word.charAt(0));
    return place < 0 ? word : KNOWN.substring(place, place + 1);
  }

  /** The same for a character of a text. */
  static char plain(char mark) {
    int place = OWN.indexOf(mark);
    return place < 0 ? mark : KNOWN.charAt(place);
  }

  /** Whether a character ends a statement. */
  static boolean isStop(char mark) {
    return STOPS.indexOf(mark) >= 0;
  }
}
