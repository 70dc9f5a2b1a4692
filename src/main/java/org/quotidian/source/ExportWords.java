package org.quotidian.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  private static final List<Locale> LOCALES =
      Stream.of("en", "de", "fr", "es", "it", "pt", "nl").map(Locale::forLanguageTag).toList();

  /** The day before the month, as everywhere but in English. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:\\.|er|º)?\\s(?:de\\s|di\\s)?(\\p{L}{3,12})\\.?,?\\s(?:de\\s|del\\s)?(\\d{4})(?!\\d)");

  private static final Map<String, Month> MONTHS = months();

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

  /** The date in a line that consists of little more, ISO 8601; empty if there is none. */
  static String date(String line) {
    if (line.split("\\s+", MOST_WORDS_OF_DATE + 1).length > MOST_WORDS_OF_DATE) {
      return "";
    }
    Set<String> dates = PublicationDate.datesIn(line, false);
    if (dates.size() == 1 && !dates.iterator().next().startsWith("X")) {
      return dates.iterator().next();
    }
    Matcher matcher = DATE.matcher(line.toLowerCase(Locale.ROOT));
    Month month = matcher.find() ? MONTHS.get(matcher.group(2)) : null;
    try {
      return month == null
          ? ""
          : LocalDate.of(
                  Integer.parseInt(matcher.group(3)), month, Integer.parseInt(matcher.group(1)))
              .toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Locale locale : LOCALES) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          String name = month.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
          months.putIfAbsent(name.replace(".", ""), month);
        }
      }
    }
    return months;
  }
}
