package org.quotidian.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.WordList;

/**
 * Recognises captions by their photo credit: {@code Ảnh: AP}, {@code (Photo by …)}, {@code
 * REUTERS/…}.
 */
final class PhotoCredit {

  /** Captions rarely have more words, but prose with a credit attached does. */
  private static final int MOST_WORDS = 60;

  /** Keeps the patterns fast on hostile text with words of any length. */
  private static final int MOST_CHARACTERS = 800;

  private static final int LONGEST_CREDIT = 160; // characters
  private static final int LONGEST_PHRASE = 50;

  private static final String WORD = PagePhrases.anyOf("credit");
  private static final String AGENCY =
      WordList.anyOf(WordList.read(PhotoCredit.class, "agencies.txt"));
  private static final String NAMES = "\\S+(?:\\s+\\S+){0,9}";

  /** At the start of the paragraph, followed by anything. */
  private static final Pattern OPENING = Pattern.compile("^[(\\[]?" + WORD + "\\s*:.*");

  /** {@code … Ảnh: AP}: a capitalised credit word and names at the end. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:^|[\\s(\\[.,|–—/-])(?=\\p{Lu})"
              + WORD
              + "\\s*:\\s*(?=[\\p{Lu}\\p{N}@“\"])"
              + NAMES
              + "$");

  /** {@code … (ảnh: internet)}: in brackets, capitals are not needed. */
  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[]\\s*(?iu:" + WORD + ")\\s*:\\s*[^()\\[\\]]{1,80}[)\\]]\\W*$");

  private static final List<String> BEFORE_NAMES = PagePhrases.under("credit before names");

  /** {@code Photo by Jane Doe}. */
  private static final Pattern BY =
      Pattern.compile(
          "(?:^|[\\s(\\[.|–—-])" + WordList.anyOf(BEFORE_NAMES) + "\\s+(?=\\p{Lu})" + NAMES + "$");

  /** {@code REUTERS/Jane Doe}, {@code Jane Doe/AFP}: without a full stop, unlike sentences. */
  private static final Pattern SLASH =
      Pattern.compile(
          "(?:^|[\\s(\\[])(?:"
              + AGENCY
              + "\\s?/\\s?\\p{Lu}[\\p{L}\\p{M} .'’/-]{1,60}"
              + "|\\p{Lu}[\\p{L}\\p{M} .'’-]{1,40}\\s?/\\s?"
              + AGENCY
              + "(?:\\s?/\\s?"
              + AGENCY
              + ")?)[)\\]]?$");

  private static final Pattern LAST_BRACKETS =
      Pattern.compile("[(\\[]([^()\\[\\]]{1,60})[)\\]]\\W*$");
  private static final Pattern LAST_SENTENCE =
      Pattern.compile("[.!?…”\"]\\s+(\\p{Lu}[^.!?]{1,40})\\.?$");

  private static final PhraseList PHRASES = PagePhrases.recogniser("caption");
  private static final Pattern AGENCY_ALONE =
      Pattern.compile(
          "^[(\\[]?(?:"
              + WORD
              + "\\s+|.{1,60}(?:/|\\b"
              + PagePhrases.anyOf("through")
              + "\\s+))?"
              + AGENCY
              + "[)\\]]?\\.?$");

  private PhotoCredit() {}

  static boolean isCaption(Block block) {
    if (block.words() > MOST_WORDS || block.text().length() > MOST_CHARACTERS) {
      return false;
    }
    String text = block.text();
    String end = text.substring(Math.max(0, text.length() - LONGEST_CREDIT));
    boolean colon = end.indexOf(':') >= 0;
    boolean bracket = end.endsWith(")") || end.endsWith("]") || end.endsWith(").");
    // The cheap tests come first; most paragraphs have none of these characters and words.
    return isCreditAlone(block)
        || (text.indexOf(':') >= 0 && OPENING.matcher(text).matches())
        || (colon && CLOSING.matcher(end).find())
        || (colon && BRACKETED.matcher(end).find())
        || (BEFORE_NAMES.stream().anyMatch(end::contains) && BY.matcher(end).find())
        || (end.indexOf('/') >= 0 && SLASH.matcher(end).find())
        || (bracket && hasPhrase(LAST_BRACKETS.matcher(end)))
        || hasPhrase(
            LAST_SENTENCE.matcher(text.substring(Math.max(0, text.length() - LONGEST_PHRASE))));
  }

  /** Whether the paragraph is only a credit, so that the caption may be the paragraph before it. */
  static boolean isCreditAlone(Block block) {
    return PHRASES.matches(block)
        || (block.text().length() <= LONGEST_CREDIT
            && AGENCY_ALONE.matcher(block.text()).matches());
  }

  private static boolean hasPhrase(Matcher matcher) {
    return matcher.find() && PHRASES.matches(matcher.group(1));
  }
}
