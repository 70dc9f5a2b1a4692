package org.quotidian.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that names the author of an article.
 *
 * @param author empty if the line names a medium or nobody
 */
record ByLine(String author) {

  private static final int MOST_WORDS = 10;
  private static final int MOST_CHARACTERS = 200;

  private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’.]*";
  private static final String NAMES =
      NAME
          + "(?:(?:\\s*[-–&,]\\s*|\\s+"
          + PageWords.anyOf("between names")
          + "\\s+|\\s+)"
          + NAME
          + "){0,7}";

  private static final String COMPILED = PagePhrases.anyOf("compiled");

  /** {@code By Jane Doe, City Desk}. */
  private static final Pattern OPENED =
      Pattern.compile(
          "^(?iu:" + PagePhrases.anyOf("by") + ")\\s+(" + NAMES + ")(?:\\s*[,|•–—-]\\s*.{0,60})?$");

  /** {@code Lê Na (tổng hợp)}, {@code Lê Na thực hiện}. */
  private static final Pattern WITH_ROLE =
      Pattern.compile(
          "^(" + NAMES + ")(?:\\s*\\((?iu:" + COMPILED + ")\\)\\.?|\\s+" + COMPILED + ")$");

  /** {@code Lê Na}, {@code Lê Na - Trần Bo}, {@code Lê NaTheo AFP}. */
  private static final Pattern NAMES_ONLY =
      Pattern.compile(
          "^(" + NAMES + ")(?:\\s*" + PagePhrases.anyOf("before medium") + "\\s.{1,40})?$");

  /** Two to four words, not all in capitals: the name of a person and not of a medium. */
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.]*\\p{Ll}(?:\\s+\\p{Lu}[\\p{L}\\p{M}'’.]*){1,3}");

  /** {@code Updated Tuesday}: short lines with capitals that tell a time. */
  private static final List<String> TIMES = PageWords.under("label updated");

  private static final PhraseList AGENCY = PagePhrases.recogniser("agency");

  /** The by-line, if the line is clearly one, wherever it is; otherwise null. */
  static @Nullable ByLine plain(Block block) {
    if (isLong(block)) {
      return null;
    }
    for (Pattern pattern : new Pattern[] {OPENED, WITH_ROLE}) {
      Matcher matcher = pattern.matcher(block.text());
      if (matcher.matches()) {
        return new ByLine(matcher.group(1));
      }
    }
    return null;
  }

  /** The by-line at the end of an article, where names alone are enough. */
  static @Nullable ByLine closing(Block block) {
    ByLine plain = plain(block);
    if (plain != null || isLong(block)) {
      return plain;
    }
    Matcher matcher = NAMES_ONLY.matcher(block.text());
    if (matcher.matches() && !block.text().endsWith(".")) {
      String names = matcher.group(1).replaceAll("\\s*Theo\\s.*$", "");
      return new ByLine(PERSON.matcher(names).matches() && !tellsTime(names) ? names : "");
    }
    return AGENCY.matches(block) && !block.endsSentence() ? new ByLine("") : null;
  }

  private static boolean tellsTime(String names) {
    String lower = names.toLowerCase(Locale.ROOT) + " ";
    return TIMES.stream().anyMatch(label -> lower.startsWith(label + " "));
  }

  private static boolean isLong(Block block) {
    return block.words() > MOST_WORDS || block.text().length() > MOST_CHARACTERS;
  }
}
