package org.quotidian.nlp.vietnamese;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quotidian.nlp.YearlessDay;

/**
 * The values of dates and times in one article, in ISO 8601 and TIMEX3: {@code 2019-03-14}, {@code
 * 2019-W11}, {@code 2019-Q1}, {@code T15:30}. Parts that depend on an unknown date of the article
 * are {@code X}. Not thread-safe, because it remembers the last day mentioned.
 */
final class DateValues {

  private final @Nullable LocalDate today;
  private final List<LocalDate> lunarNewYears;
  private final VietnameseNumbers numbers;
  private final VietnameseTimeWords words;
  private @Nullable LocalDate lastDay;

  DateValues(
      String published,
      List<LocalDate> lunarNewYears,
      VietnameseNumbers numbers,
      VietnameseTimeWords words) {
    this.today = YearlessDay.reference(published);
    this.lastDay = today;
    this.lunarNewYears = lunarNewYears;
    this.numbers = numbers;
    this.words = words;
  }

  /** The value of a match of a DATE or TIME rule; empty if there is no such day or hour. */
  String value(Groups groups) {
    try {
      String date = date(groups);
      if (date.length() == 10 && date.indexOf('X') < 0) {
        lastDay = LocalDate.parse(date);
      }
      return date + time(groups);
    } catch (DateTimeException e) {
      return ""; // 31/2, 30/2/2019: no such day
    }
  }

  private String date(Groups groups) {
    if (groups.has("tet")) {
      return tet(groups);
    }
    if (groups.has("d")) {
      return groups.has("m") || groups.has("em") ? dayOfMonth(groups) : dayOnly(groups.number("d"));
    }
    if (groups.has("wd") || groups.has("sun")) {
      return weekday(groups);
    }
    if (groups.has("do")) {
      return relativeDay(groups.get("do", ""));
    }
    if (groups.has("we") || groups.has("wo")) {
      return week(groups);
    }
    if (groups.has("m") || groups.has("mo")) {
      return month(groups);
    }
    if (groups.has("q")) {
      return year(groups) + "-Q" + words.value("quarter", groups.get("q", "")).orElse("X");
    }
    if (groups.has("half")) {
      return year(groups) + (groups.get("half", "").endsWith("đầu") ? "-H1" : "-H2");
    }
    if (groups.has("dec")) {
      return decade(groups);
    }
    if (groups.has("cent")) {
      return century(groups.get("cent", ""));
    }
    return groups.has("y") || groups.has("yo") ? year(groups) : "";
  }

  private String dayOfMonth(Groups groups) {
    int month = words.number("month", groups.get("em", "")).orElseGet(() -> groups.number("m"));
    int day = groups.number("d");
    if (groups.has("y") || groups.has("yo")) {
      String year = year(groups);
      return year.equals("XXXX")
          ? YearlessDay.value(null, month, day)
          : LocalDate.of(Integer.parseInt(year), month, day).toString();
    }
    return YearlessDay.value(today, month, day);
  }

  /** ngày 20: in the month that was mentioned last. */
  private String dayOnly(int day) {
    LocalDate near = lastDay;
    return near == null ? "XXXX-XX-%02d".formatted(day) : near.withDayOfMonth(day).toString();
  }

  private String year(Groups groups) {
    if (groups.has("y")) {
      int year = groups.number("y");
      return String.valueOf(year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year);
    }
    if (today == null) {
      return "XXXX";
    }
    return String.valueOf(today.getYear() + shift(groups.get("yo", "nay")));
  }

  private int shift(String word) {
    return words.number("shift", word).orElse(0);
  }

  private String weekday(Groups groups) {
    int weekday = groups.has("sun") ? 7 : words.number("weekday", groups.get("wd", "")).orElse(1);
    if (today == null) {
      return "XXXX-WXX-" + weekday;
    }
    if (groups.has("wo")) {
      return today.plusWeeks(shift(groups.get("wo", ""))).with(DayOfWeek.of(weekday)).toString();
    }
    DayOfWeek day = DayOfWeek.of(weekday);
    Optional<Integer> next = words.number("next", groups.get("wn", ""));
    if (next.isEmpty()) {
      return today.with(TemporalAdjusters.previousOrSame(day)).toString();
    }
    return next.get() == 0
        ? today.with(TemporalAdjusters.nextOrSame(day)).toString()
        : today.plusWeeks(next.get()).with(day).toString();
  }

  private String relativeDay(String word) {
    Optional<Integer> fromLast = words.number("last", word);
    LocalDate from = fromLast.isPresent() ? lastDay : today;
    if (from == null) {
      return "XXXX-XX-XX";
    }
    int days = fromLast.or(() -> words.number("day", word)).orElse(0);
    return from.plusDays(days).toString();
  }

  private String week(Groups groups) {
    String end = groups.has("we") ? "-WE" : "";
    if (today == null) {
      return "XXXX-WXX" + end;
    }
    LocalDate day = today.plusWeeks(shift(groups.get("wo", "này")));
    return "%d-W%02d%s"
        .formatted(
            day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), end);
  }

  private String month(Groups groups) {
    if (groups.has("mo")) {
      return today == null
          ? "XXXX-XX"
          : YearMonth.from(today).plusMonths(shift(groups.get("mo", ""))).toString();
    }
    int month = groups.number("m");
    if (groups.has("y") || groups.has("yo")) {
      return year(groups) + "-%02d".formatted(month);
    }
    return today == null
        ? "XXXX-%02d".formatted(month)
        : YearMonth.from(
                YearlessDay.nearest(today, MonthDay.of(month, Math.min(today.getDayOfMonth(), 28))))
            .toString();
  }

  /** những năm 90: 199X; thập niên 20 của thế kỷ 21: 202X. */
  private static String decade(Groups groups) {
    String decade = groups.get("dec", "");
    if (decade.length() == 4) {
      return decade.substring(0, 3) + "X";
    }
    String century = groups.get("cent", "");
    boolean thisCentury = century.equals("21") || century.equals("xxi");
    return (thisCentury ? "20" : "19") + decade.charAt(0) + "X";
  }

  private static String century(String words) {
    int century = Character.isDigit(words.charAt(0)) ? Integer.parseInt(words) : roman(words);
    return century < 1 || century > 22 ? "" : "%02dXX".formatted(century - 1);
  }

  private static int roman(String letters) {
    int value = 0;
    for (int i = 0; i < letters.length(); i++) {
      int here = romanDigit(letters.charAt(i));
      boolean before = i + 1 < letters.length() && here < romanDigit(letters.charAt(i + 1));
      value += before ? -here : here;
    }
    return value;
  }

  private static int romanDigit(char letter) {
    return letter == 'i' ? 1 : letter == 'v' ? 5 : 10;
  }

  /** mùng 3 Tết: days after the lunar new year; 30 Tết: the day before it. */
  private String tet(Groups groups) {
    Optional<LocalDate> first = newYear(groups);
    if (first.isEmpty()) {
      return "XXXX-XX-XX";
    }
    String day = groups.get("tet", "");
    Optional<Integer> eve = words.number("eve", day);
    if (eve.isPresent()) {
      return first.get().plusDays(eve.get()).toString();
    }
    int number = numbers.value(day).map(BigDecimal::intValue).orElse(1);
    return first.get().plusDays(number - 1L).toString();
  }

  private Optional<LocalDate> newYear(Groups groups) {
    if (groups.has("y")) {
      int year = groups.number("y");
      return lunarNewYears.stream().filter(day -> day.getYear() == year).findFirst();
    }
    LocalDate from = today;
    return from == null
        ? Optional.empty()
        : lunarNewYears.stream()
            .filter(day -> distance(day, from) < 300)
            .min(Comparator.comparingLong(day -> distance(day, from)));
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  private String time(Groups groups) {
    String part = groups.get("tod", "");
    if (!groups.has("h")) {
      return part.isEmpty() ? "" : words.value("part", part).orElse("");
    }
    int hour = hour(groups.number("h"), part);
    int minute = groups.has("min2") ? groups.number("min2") : groups.number("min");
    if (groups.get("rest", "").equals("rưỡi")) {
      minute = 30;
    }
    return "T%02d:%02d".formatted(hour, minute);
  }

  /** 3 giờ chiều is 15, 11 giờ đêm is 23; 2 giờ đêm and 2 giờ sáng stay 2. */
  private int hour(int hour, String part) {
    String[] reach = words.value("afternoon", part).orElse("24-0").split("-");
    boolean later = hour >= Integer.parseInt(reach[0]) && hour <= Integer.parseInt(reach[1]);
    return later ? hour + 12 : hour;
  }
}
