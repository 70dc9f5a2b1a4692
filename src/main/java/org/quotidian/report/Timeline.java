package org.quotidian.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Articles and quotes by date of publication: by day, or by month or year if they span a long time.
 */
public final class Timeline {

  private static final int MOST_PERIODS = 62; // about two months of days, or five years of months

  private final NavigableMap<LocalDate, int[]> days = new TreeMap<>();
  private int undated;

  /** A day, month or year. Empty periods are listed too. */
  public record Period(String label, int articles, int quotes) {}

  enum Unit {
    DAY,
    MONTH,
    YEAR
  }

  /**
   * Adds an article.
   *
   * @param published as in the rows: ISO 8601, {@code X} for unknown digits, empty when unknown
   */
  public void add(String published, int quotes) {
    LocalDate day = day(published);
    if (day == null) {
      undated++;
      return;
    }
    int[] counts = days.computeIfAbsent(day, unseen -> new int[2]);
    counts[0]++;
    counts[1] += quotes;
  }

  private static @Nullable LocalDate day(String published) {
    try {
      return published.length() < 10 ? null : LocalDate.parse(published.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The number of articles without a known day. */
  int undated() {
    return undated;
  }

  Unit unit() {
    if (days.isEmpty() || span(ChronoUnit.DAYS) < MOST_PERIODS) {
      return Unit.DAY;
    }
    return span(ChronoUnit.MONTHS) < MOST_PERIODS ? Unit.MONTH : Unit.YEAR;
  }

  /** The periods from the first to the last date. */
  List<Period> periods() {
    if (days.isEmpty()) {
      return List.of();
    }
    return switch (unit()) {
      case DAY -> periods(LocalDate::toString, ChronoUnit.DAYS);
      case MONTH -> periods(day -> YearMonth.from(day).toString(), ChronoUnit.MONTHS);
      case YEAR -> periods(day -> String.valueOf(day.getYear()), ChronoUnit.YEARS);
    };
  }

  private List<Period> periods(Function<LocalDate, String> label, ChronoUnit unit) {
    Map<String, int[]> counts = new TreeMap<>();
    if (span(unit)
        < 2 * MOST_PERIODS) { // so that a single wrong date does not make a thousand columns
      LocalDate last = days.lastKey();
      for (LocalDate at = days.firstKey(); !at.isAfter(last); at = at.plus(1, unit)) {
        counts.put(label.apply(at), new int[2]);
      }
    }
    days.forEach(
        (day, of) -> {
          int[] sum = counts.computeIfAbsent(label.apply(day), unseen -> new int[2]);
          sum[0] += of[0];
          sum[1] += of[1];
        });
    List<Period> periods = new ArrayList<>();
    counts.forEach((name, sum) -> periods.add(new Period(name, sum[0], sum[1])));
    return periods;
  }

  private long span(ChronoUnit unit) {
    return unit.between(days.firstKey(), days.lastKey());
  }
}
