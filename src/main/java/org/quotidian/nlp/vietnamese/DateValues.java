package org.quotidian.nlp.vietnamese;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What dates and times of one article mean, as ISO 8601 and TIMEX3 write it: {@code 2019-03-14},
 * {@code 2019-W11}, {@code 2019-Q1}, {@code T15:30}. What the article's day is needed for and the
 * article has none, stays {@code X}. Remembers the day last spoken of: not for use by several
 * threads.
 */
final class DateValues {

  private static final Map<String, Integer> SHIFTS =
      Map.ofEntries(
          Map.entry("ngoái", -1),
          Map.entry("trước", -1),
          Map.entry("qua", -1),
          Map.entry("rồi", -1),
          Map.entry("vừa qua", -1),
          Map.entry("vừa rồi", -1),
          Map.entry("kia", -2),
          Map.entry("nay", 0),
          Map.entry("này", 0),
          Map.entry("sau", 1),
          Map.entry("tới", 1),
          Map.entry("kế tiếp", 1),
          Map.entry("tuần sau", 1));

  private static final Map<String, Integer> WEEKDAYS =
      Map.ofEntries(
          Map.entry("hai", 1),
          Map.entry("2", 1),
          Map.entry("ba", 2),
          Map.entry("3", 2),
          Map.entry("tư", 3),
          Map.entry("4", 3),
          Map.entry("năm", 4),
          Map.entry("5", 4),
          Map.entry("sáu", 5),
          Map.entry("6", 5),
          Map.entry("bảy", 6),
          Map.entry("7", 6));

  private static final Map<String, String> PARTS_OF_DAY =
      Map.of(
          "rạng sáng", "TMO",
          "sáng sớm", "TMO",
          "sáng", "TMO",
          "trưa", "TMI",
          "chiều", "TAF",
          "chiều tối", "TEV",
          "tối", "TEV",
          "đêm", "TNI",
          "khuya", "TNI",
          "nửa đêm", "TNI");

  private final @Nullable LocalDate today;
  private final List<LocalDate> lunarNewYears;
  private final VietnameseNumbers numbers;
  private @Nullable LocalDate lastDay;

  DateValues(String published, List<LocalDate> lunarNewYears, VietnameseNumbers numbers) {
    this.today = day(published);
    this.lastDay = today;
    this.lunarNewYears = lunarNewYears;
    this.numbers = numbers;
  }

  private static @Nullable LocalDate day(String published) {
    try {
      return published.length() < 10 ? null : LocalDate.parse(published.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null; // a day that is not known in full is no day to count from
    }
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
      return ""; // 31/2, 30/2/2019
    }
  }

  private String date(Groups groups) {
    if (groups.has("tet")) {
      return tet(groups);
    }
    if (groups.has("d")) {
      return groups.has("m") ? dayOfMonth(groups) : dayOnly(groups.number("d"));
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
      return year(groups) + "-Q" + quarter(groups.get("q", ""));
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
    int month = groups.number("m");
    int day = groups.number("d");
    if (groups.has("y") || groups.has("yo")) {
      String year = year(groups);
      return year.equals("XXXX")
          ? yearless(month, day)
          : LocalDate.of(Integer.parseInt(year), month, day).toString();
    }
    return today == null ? yearless(month, day) : nearest(today, month, day).toString();
  }

  private static String yearless(int month, int day) {
    LocalDate.of(2000, month, day); // 29/2 may be, 31/2 may not
    return "XXXX-%02d-%02d".formatted(month, day);
  }

  private static LocalDate nearest(LocalDate today, int month, int day) {
    LocalDate best = null;
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      boolean exists = month != 2 || day != 29 || Year.isLeap(year);
      if (exists) {
        LocalDate candidate = LocalDate.of(year, month, day);
        if (best == null || distance(candidate, today) < distance(best, today)) {
          best = candidate;
        }
      }
    }
    return best == null ? LocalDate.of(today.getYear(), month, day) : best;
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  /** ngày 20: of the month that was last spoken of. */
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

  private static int shift(String words) {
    return SHIFTS.getOrDefault(words, 0);
  }

  private String weekday(Groups groups) {
    int weekday = groups.has("sun") ? 7 : WEEKDAYS.getOrDefault(groups.get("wd", ""), 1);
    if (today == null) {
      return "XXXX-WXX-" + weekday;
    }
    if (groups.has("wo")) {
      return today.plusWeeks(shift(groups.get("wo", ""))).with(DayOfWeek.of(weekday)).toString();
    }
    String which = groups.get("wn", "vừa qua");
    return switch (which) {
      case "này", "tới" ->
          today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday))).toString();
      case "tuần sau" -> today.plusWeeks(1).with(DayOfWeek.of(weekday)).toString();
      default -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday))).toString();
    };
  }

  private String relativeDay(String words) {
    if (words.equals("cùng ngày")) {
      return lastDay == null ? "XXXX-XX-XX" : lastDay.toString();
    }
    LocalDate from = words.equals("hôm sau") ? lastDay : today;
    if (from == null) {
      return "XXXX-XX-XX";
    }
    int days =
        switch (words) {
          case "hôm qua", "qua", "ngày hôm qua" -> -1;
          case "hôm kia" -> -2;
          case "ngày mai", "mai", "hôm sau" -> 1;
          case "ngày kia", "ngày mốt" -> 2;
          default -> 0;
        };
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
        : YearMonth.from(nearest(today, month, Math.min(today.getDayOfMonth(), 28))).toString();
  }

  private static int quarter(String words) {
    return switch (words) {
      case "i", "1" -> 1;
      case "ii", "2" -> 2;
      case "iii", "3" -> 3;
      default -> 4;
    };
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
    if (day.equals("30") || day.equals("29") || day.equals("giao thừa")) {
      return first.get().minusDays(1).toString();
    }
    int number = numbers.value(day).map(java.math.BigDecimal::intValue).orElse(1);
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
            .min(java.util.Comparator.comparingLong(day -> distance(day, from)));
  }

  private static String time(Groups groups) {
    String part = groups.get("tod", "");
    if (!groups.has("h")) {
      return part.isEmpty() ? "" : PARTS_OF_DAY.getOrDefault(part, "");
    }
    int hour = hour(groups.number("h"), part);
    int minute = groups.has("min2") ? groups.number("min2") : groups.number("min");
    if (groups.get("rest", "").equals("rưỡi")) {
      minute = 30;
    }
    return "T%02d:%02d".formatted(hour, minute);
  }

  /** 3 giờ chiều is 15, 11 giờ đêm is 23; 2 giờ đêm and 2 giờ sáng stay 2. */
  private static int hour(int hour, String part) {
    boolean afternoon = part.equals("chiều") || part.equals("tối") || part.equals("chiều tối");
    boolean lateNight = (part.equals("đêm") || part.equals("khuya")) && hour >= 6;
    boolean noon = part.equals("trưa") && hour < 4;
    return hour < 12 && (afternoon || lateNight || noon) ? hour + 12 : hour;
  }
}
