package org.quotidian.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.WordList;

/** Finds the publication date in the first lines of an article, if it is clearly stated. */
final class DateLine {

  private static final int MOST_WORDS = 14;
  private static final int MOST_CHARACTERS = 200;
  private static final int FIRST_SENTENCES = 600; // characters
  private static final int MOST_OTHER_WORDS = 6; // Published, Thursday, last updated at, GMT
  private static final int DATELINE_LENGTH = 80; // characters before the dash

  /**
   * {@code Ngày 14-3,} or {@code Sáng nay (14/3),} at the start; {@code ngày 14-3 cho biết} later.
   */
  private static final Pattern DAY_OF_NEWS =
      Pattern.compile(
          "^(?:\\([^()]{1,20}\\)\\s?[-–—]?\\s*)?"
              + WordList.anyOf(
                  DateWords.under("day of news").stream().map(DateLine::capital).toList())
              + "\\s[^,.;:]{0,20}\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{4})?\\)?"
              + "|\\b"
              + WordList.anyOf(DateWords.under("day of news"))
              + "\\s[^,.;:]{0,12}\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{4})?\\)?,?\\s(?="
              + PagePhrases.anyOf("day then")
              + "\\b)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private DateLine() {}

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Whether a paragraph consists of little more than a date. */
  static boolean is(Block block) {
    return block.words() <= MOST_WORDS
        && block.text().length() <= MOST_CHARACTERS
        && !PublicationDate.datesIn(block.text(), true).isEmpty()
        && !block.text().endsWith("?")
        && PublicationDate.wordsBeside(block.text()) <= MOST_OTHER_WORDS;
  }

  /**
   * The date in lines of their own, or else the one in the dateline or first sentences of the body;
   * empty if there is none, or more than one.
   *
   * @param lines by-lines and date lines above the body
   * @param body its first paragraphs
   * @param vietnamese whether the text is Vietnamese: its news gives the date in the first
   *     sentences, with the day first
   */
  static String published(List<Block> lines, List<Block> body, boolean vietnamese) {
    for (Block line : lines) {
      Set<String> dates = PublicationDate.datesIn(line.text(), vietnamese);
      if (dates.size() == 1) {
        return PublicationDate.withTime(dates.iterator().next(), line.text());
      }
    }
    for (Block paragraph : body) {
      String where = vietnamese ? dayOfNews(paragraph.text()) : dateline(paragraph.text());
      Set<String> dates = PublicationDate.datesIn(where, vietnamese);
      if (!dates.isEmpty()) {
        return dates.size() == 1 ? dates.iterator().next() : "";
      }
    }
    return "";
  }

  /** The part of a Vietnamese paragraph that gives the date of the news. */
  private static String dayOfNews(String paragraph) {
    Matcher matcher = DAY_OF_NEWS.matcher(start(paragraph, FIRST_SENTENCES));
    return matcher.find() ? matcher.group() : dateline(paragraph);
  }

  /** The text before the dash in {@code HAMPTON, March 14 (Agency) — Words}; otherwise empty. */
  private static String dateline(String paragraph) {
    String start = start(paragraph, DATELINE_LENGTH);
    int dash = Math.max(start.indexOf('—'), Math.max(start.indexOf(" – "), start.indexOf(" - ")));
    return dash < 0 || !Character.isUpperCase(start.charAt(0)) ? "" : start.substring(0, dash);
  }

  private static String start(String paragraph, int characters) {
    return paragraph.substring(0, Math.min(characters, paragraph.length()));
  }
}
