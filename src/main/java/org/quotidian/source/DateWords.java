package org.quotidian.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quotidian.language.WordList;

/** The words in dates from {@code dates.txt}. */
final class DateWords {

  private static final Map<String, List<String>> BY_HEADING =
      WordList.sections(DateWords.class, "dates.txt");

  private DateWords() {}

  static List<String> under(String heading) {
    return Objects.requireNonNull(BY_HEADING.get(heading), heading);
  }

  /** The entries as a regular expression in any case, without a group. */
  static String anyOf(String heading) {
    return "(?iu:" + WordList.anyOf(under(heading)) + ")";
  }
}
