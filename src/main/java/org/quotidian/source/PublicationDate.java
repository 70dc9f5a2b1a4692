package org.quotidian.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts dates as written in news to ISO 8601. A missing year becomes {@code XXXX}. Dates whose
 * order of day and month is ambiguous are omitted and not guessed.
 */
final class PublicationDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})"
              + "(?<time>T\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?!\\d)");

  /** The basic format of ISO 8601, which has neither hyphens nor colons. */
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private static final Pattern SPACED =
      Pattern.compile(
          "^(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)"
              + " ?([+-]\\d{2}:?\\d{2})?");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** {@code 2019/3/14}, {@code 2019. 03. 14.}, {@code 2019年3月14日}. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\d/.,-])(?<year>\\d{4})\\s?[/.年]\\s?(?<month>\\d{1,2})\\s?[/.月]\\s?(?<day>\\d{1,2})(?!\\d)");

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d/.-])(?<!\\d,)(?<first>\\d{1,2})\\s?(?<separator>[/.-])\\s?(?<second>\\d{1,2})\\s?\\k<separator>\\s?(?<year>\\d{4})(?![\\d/-])");
  private static final Pattern VIETNAMESE =
      Pattern.compile(
          DateWords.anyOf("before day")
              + "\\s+(?<day>\\d{1,2})\\s+"
              + DateWords.anyOf("before month")
              + "\\s+(?<month>\\d{1,2})(?:\\s*,?\\s+"
              + DateWords.anyOf("before year")
              + "\\s+(?<year>\\d{4}))?");
  private static final Pattern VIETNAMESE_SHORT =
      Pattern.compile(
          "(?<![\\d/.,-])(?:"
              + DateWords.anyOf("day of news")
              + "\\s+|\\()(?<day>\\d{1,2})\\s?[/-]\\s?(?<month>\\d{1,2})(?![\\d/.,-]*\\d)");
  private static final String YEAR_AFTER =
      "\\.?(?![\\p{L}])(?:,?[\\s/-]{1,3}(?:"
          + DateWords.anyOf("after name of month")
          + "\\s+)?(?<year>\\d{4}))?(?!\\d)";
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?=[\\p{L}\\p{M}]{3,12}\\.?\\s+[\\p{L}\\d])(?<name>"
              + Months.NAME
              + ")\\.?\\s+(?<day>\\d{1,2})"
              + DateWords.anyOf("after day")
              + "?"
              + YEAR_AFTER);
  private static final String DAY_AND_MONTH =
      "(?<day>\\d{1,2})(?:"
          + DateWords.anyOf("after day")
          + "|\\.)?[\\s/-]{1,3}(?:"
          + DateWords.anyOf("before name of month")
          + "\\s+)?(?<name>"
          + Months.NAME
          + ")"
          + YEAR_AFTER;
  private static final Pattern DAY_FIRST = Pattern.compile("(?<![\\d.,-])" + DAY_AND_MONTH);

  /** Also the last of {@code 13-14 May 2024}. */
  private static final Pattern LAST_DAY = Pattern.compile("(?<!\\d)" + DAY_AND_MONTH);

  private static final List<Pattern> DATES =
      List.of(ISO, YEAR_FIRST, NUMERIC, VIETNAMESE, VIETNAMESE_SHORT, MONTH_FIRST, DAY_FIRST);

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(?<hour>[01]?\\d|2[0-3])\\s?(?::|"
              + DateWords.anyOf("hour")
              + ")\\s?(?<minute>[0-5]\\d)(?![\\d:]*\\d)(?<pm>\\s?[ap]\\.?m\\b\\.?)?");
  private static final Pattern ZONE =
      Pattern.compile("(?:GMT|UTC)\\s?(?<sign>[+-])\\s?(?<hour>\\d{1,2})(?::?(?<minute>\\d{2}))?");

  private PublicationDate() {}

  /**
   * The different dates in {@code text}, in no particular order.
   *
   * @param dayFirst whether 3/4/2019 is in April; if that is unknown, both readings count
   */
  static Set<String> datesIn(String text, boolean dayFirst) {
    Set<String> dates = new LinkedHashSet<>();
    if (!DIGIT.matcher(text).find()) {
      return dates;
    }
    String rest = text;
    for (Pattern pattern : DATES) {
      rest = collect(dayFirst, pattern, rest, dates);
    }
    return dates;
  }

  /** The first date that has a day, the name of a month and a year; empty if there is none. */
  static String firstDayAndMonth(String text) {
    Matcher matcher = LAST_DAY.matcher(text);
    while (matcher.find()) {
      List<String> dates =
          matcher.group("year") == null ? List.of() : date(LAST_DAY, matcher, true);
      if (!dates.isEmpty()) {
        return dates.get(0);
      }
    }
    return "";
  }

  /** The date in a field meant for a date, with its time and zone; empty if it is ambiguous. */
  static String ofMetadata(String value) {
    return ofMetadata(value, false);
  }

  /**
   * Like {@link #ofMetadata(String)}.
   *
   * @param dayFirst as in {@link #datesIn}
   */
  static String ofMetadata(String value, boolean dayFirst) {
    String field = extended(value.strip());
    Matcher iso = ISO.matcher(field);
    if (iso.find()) {
      Set<String> dates = datesIn(iso.group(), dayFirst);
      return dates.isEmpty() ? "" : withColonInZone(dates.iterator().next());
    }
    Set<String> dates = datesIn(field, dayFirst);
    return dates.size() == 1 ? withTime(dates.iterator().next(), field) : "";
  }

  /** The usual form of a date in the basic format, or of one with a space before its time. */
  private static String extended(String value) {
    Matcher basic = BASIC.matcher(value);
    if (!basic.matches()) {
      Matcher spaced = SPACED.matcher(value);
      if (!spaced.find()) {
        return value;
      }
      String zone = spaced.group(3) == null ? "" : spaced.group(3);
      return spaced.group(1) + "T" + spaced.group(2) + zone + value.substring(spaced.end());
    }
    String date = basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3);
    if (basic.group(4) == null) {
      return date;
    }
    String seconds = basic.group(6) == null ? "" : ":" + basic.group(6);
    String zone = basic.group(7) == null ? "" : basic.group(7);
    return date + "T" + basic.group(4) + ":" + basic.group(5) + seconds + zone;
  }

  private static String withColonInZone(String dateTime) {
    return dateTime.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
  }

  /** The words of {@code text} that do not belong to a date or a time of day. */
  static String withoutDates(String text) {
    if (!DIGIT.matcher(text).find()) {
      return text;
    }
    String rest = text;
    for (Pattern pattern : DATES) {
      rest = pattern.matcher(rest).replaceAll(" | ");
    }
    return ZONE.matcher(TIME.matcher(rest).replaceAll(" | ")).replaceAll(" | ");
  }

  /** How many words {@code line} has beside dates and times of day, at least 1. */
  static int wordsBeside(String line) {
    return NO_LETTERS.split(withoutDates(line)).length;
  }

  /** The date of {@code line}, with the time of day beside it, if any. */
  static String withTime(String date, String line) {
    Matcher time = TIME.matcher(NUMERIC.matcher(ISO.matcher(line).replaceAll(" ")).replaceAll(" "));
    if (date.length() != "2019-03-14".length() || date.startsWith("X") || !time.find()) {
      return date;
    }
    int hour = Integer.parseInt(time.group("hour"));
    String half = time.group("pm");
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.strip().startsWith("p") ? 12 : 0);
    }
    return String.format(Locale.ROOT, "%sT%02d:%s%s", date, hour, time.group("minute"), zone(line));
  }

  private static String zone(String line) {
    Matcher zone = ZONE.matcher(line);
    if (!zone.find()) {
      return "";
    }
    String minute = zone.group("minute") == null ? "00" : zone.group("minute");
    return String.format(
        Locale.ROOT, "%s%02d:%s", zone.group("sign"), Integer.parseInt(zone.group("hour")), minute);
  }

  /** Collects the dates that match the pattern; returns the text without them. */
  private static String collect(boolean dayFirst, Pattern pattern, String text, Set<String> dates) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      dates.addAll(date(pattern, matcher, dayFirst));
      matcher.appendReplacement(rest, " ");
    }
    return matcher.appendTail(rest).toString();
  }

  private static List<String> date(Pattern pattern, Matcher matcher, boolean dayFirst) {
    try {
      if (pattern == ISO) {
        String time = matcher.group("time");
        return List.of(
            iso(matcher, number(matcher, "month"), number(matcher, "day"))
                + (time == null ? "" : time));
      }
      if (pattern == NUMERIC) {
        return numeric(matcher, dayFirst);
      }
      boolean named = pattern == MONTH_FIRST || pattern == DAY_FIRST || pattern == LAST_DAY;
      if (named && matcher.group("year") == null && !Months.isEnglish(matcher.group("name"))) {
        return List.of();
      }
      int month = named ? Months.number(matcher.group("name")) : number(matcher, "month");
      if (pattern == VIETNAMESE_SHORT) {
        return List.of(yearless(month, number(matcher, "day")));
      }
      return List.of(iso(matcher, month, number(matcher, "day")));
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  /**
   * With the day first if it must be or {@code dayFirst} says so; otherwise in every order that is
   * a valid date.
   */
  private static List<String> numeric(Matcher matcher, boolean dayFirst) {
    int first = number(matcher, "first");
    int second = number(matcher, "second");
    int year = number(matcher, "year");
    List<String> readings = new ArrayList<>();
    addDate(readings, year, second, first);
    boolean slash = matcher.group("separator").equals("/");
    if (readings.isEmpty() || (slash && !dayFirst)) {
      addDate(readings, year, first, second);
    }
    return readings;
  }

  private static void addDate(List<String> dates, int year, int month, int day) {
    if (month <= 12 && day >= 1 && month >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()) {
      dates.add(LocalDate.of(year, month, day).toString());
    }
  }

  private static String iso(Matcher matcher, int month, int day) {
    return matcher.group("year") == null
        ? yearless(month, day)
        : LocalDate.of(number(matcher, "year"), month, day).toString();
  }

  private static String yearless(int month, int day) {
    LocalDate leap = YearMonth.of(2000, month).atDay(day);
    return "XXXX" + leap.toString().substring(4);
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
