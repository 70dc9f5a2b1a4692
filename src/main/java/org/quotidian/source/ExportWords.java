package org.quotidian.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotidian.language.WordList;

/** The words that news archives print around their articles, from {@code exports.txt}. */
final class ExportWords {

  private static final Map<String, List<String>> SECTIONS =
      WordList.sections(ExportWords.class, "exports.txt");

  private static final Pattern LABEL =
      Pattern.compile("(\\p{L}[\\p{L} /-]{1,30}?)\\s?:(?:\\s+(.*)|$)");

  private static final int MOST_WORDS_OF_DATE = 14;

  private ExportWords() {}

  static List<String> entries(String section) {
    return SECTIONS.getOrDefault(section, List.of());
  }

  /** Matches a line as one of the entries of a section. */
  static Pattern line(String... sections) {
    return Pattern.compile(
        Stream.of(sections)
            .flatMap(section -> entries(section).stream())
            .collect(Collectors.joining("|", "(?:", ")")));
  }

  /**
   * A label and what stands behind it.
   *
   * @param section of the list
   */
  record Labelled(String section, String value) {

    private static final List<String> ALL = List.of("author", "title", "length", "loaded", "other");
    private static final Map<String, String> SECTION_OF = new HashMap<>();

    static {
      ALL.forEach(s -> entries(s).forEach(label -> SECTION_OF.put(FieldNames.plain(label), s)));
    }

    /** The section is empty if the line has no known label. */
    static Labelled of(String line) {
      Matcher matcher = LABEL.matcher(line);
      String section =
          matcher.matches() ? SECTION_OF.getOrDefault(FieldNames.plain(matcher.group(1)), "") : "";
      String value = section.isEmpty() || matcher.group(2) == null ? "" : matcher.group(2).strip();
      return new Labelled(section, value);
    }
  }

  /**
   * The date in a line that consists of little more, ISO 8601; empty if there is none. Of an
   * edition for several days it is the first that is written in full.
   */
  static String date(String line) {
    if (line.split("\\s+", MOST_WORDS_OF_DATE + 1).length > MOST_WORDS_OF_DATE) {
      return "";
    }
    Set<String> dates = PublicationDate.datesIn(line, false);
    boolean isOne = dates.size() == 1 && !dates.iterator().next().startsWith("X");
    return isOne ? dates.iterator().next() : PublicationDate.firstDayAndMonth(line);
  }
}
