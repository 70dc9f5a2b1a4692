package org.quotidian.source;

/**
 * A run of text that a reader sees as one paragraph, before its section is known.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 * @param text its words, every run of white space as one blank
 * @param group which run of lines between blank lines it belongs to
 */
record Block(int start, int end, String text, int group) {

  private static final String STOPS = ".!?…";
  private static final String CLOSING_MARKS = "\"'”’»)]";

  static Block of(String text, int start, int end, int group) {
    return new Block(start, end, text.substring(start, end).replaceAll("\\s+", " "), group);
  }

  int words() {
    return text.isEmpty() ? 0 : (int) text.chars().filter(c -> c == ' ').count() + 1;
  }

  /** Whether it ends as a sentence does: a stop, perhaps with a closing mark after it. */
  boolean endsSentence() {
    int last = text.length() - 1;
    while (last >= 0 && CLOSING_MARKS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && STOPS.indexOf(text.charAt(last)) >= 0;
  }

  /**
   * Whether it ends in a full stop that is not part of an abbreviation such as {@code U.S.} or
   * {@code a.m.}
   */
  boolean endsWithFullStop() {
    int last = text.length() - 1;
    while (last >= 0 && CLOSING_MARKS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    boolean stop = last >= 0 && text.charAt(last) == '.';
    boolean abbreviation =
        last >= 3 && text.charAt(last - 2) == '.' && Character.isLetter(text.charAt(last - 1));
    return stop && !abbreviation;
  }
}
