package org.quotidian.source;

import java.util.regex.Pattern;
import org.quotidian.language.PlainParagraphs.PlainParagraph;

/**
 * A piece of text that a reader sees as one paragraph, before its section is known.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 * @param text its words, with white space reduced to single spaces
 * @param bare {@code text} in the form that {@link PhraseList} compares, see {@link
 *     PagePhrases#bare}; empty if it is too long for a phrase
 * @param words how many words it has
 * @param group the index of its group of lines between blank lines
 */
record Block(int start, int end, String text, String bare, int words, int group) {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final String STOPS = ".!?…。！？؟";
  private static final String CLOSING_MARKS = "\"'”’»)]」』）】";

  /** Chinese words have no blanks between them, and mostly two characters. */
  private static final int IDEOGRAPHS_OF_A_WORD = 2;

  static Block of(String text, PlainParagraph paragraph) {
    return of(text, paragraph.start(), paragraph.end(), paragraph.group());
  }

  static Block of(String text, int start, int end, int group) {
    String line = onOneLine(text.substring(start, end));
    String bare = PhraseList.isTooLong(line) ? "" : PagePhrases.bare(line);
    return new Block(start, end, line, bare, words(line), group);
  }

  /** Every block of every article passes through here, and most contain only single spaces. */
  private static String onOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean whiteSpace = c == ' ' || (c >= '\t' && c <= '\r');
      boolean single = c == ' ' && (i == 0 || text.charAt(i - 1) != ' ');
      if (whiteSpace && !single) {
        return WHITE_SPACE.matcher(text).replaceAll(" ");
      }
    }
    return text;
  }

  private static int words(String line) {
    int words = line.isEmpty() ? 0 : 1;
    int ideographs = 0;
    for (int i = 0; i < line.length(); i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
      ideographs += Character.isIdeographic(line.charAt(i)) ? 1 : 0;
    }
    return words + ideographs / IDEOGRAPHS_OF_A_WORD;
  }

  /** Whether it ends like a sentence: with a stop, possibly followed by a closing mark. */
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
    boolean stop = last >= 0 && ".。".indexOf(text.charAt(last)) >= 0;
    boolean abbreviation =
        last >= 3 && text.charAt(last - 2) == '.' && Character.isLetter(text.charAt(last - 1));
    return stop && !abbreviation;
  }
}
