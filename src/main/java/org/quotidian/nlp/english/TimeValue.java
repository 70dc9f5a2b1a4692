package org.quotidian.nlp.english;

import edu.stanford.nlp.time.SUTime;
import edu.stanford.nlp.time.SUTime.Temporal;
import edu.stanford.nlp.time.SUTime.Time;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;
import org.quotidian.nlp.english.TimeWords.Tense;

/**
 * The values of dates and times in an article of a given date, in TIMEX3. If the date is unknown,
 * every digit that depends on it is {@code X}. These digits are found by comparing the values for
 * two unrelated dates.
 */
final class TimeValue {

  private static final List<Time> ANY_DAY =
      List.of(day("1878-01-22"), day("2049-11-07"), day("1932-06-14"));

  private static final int WEEKS_AT_NEW_YEAR = 6; // before and after
  private static final int MIDDLE = 24; // weeks from there to the middle of a year

  private static final Pattern WEEK = Pattern.compile("(\\d{4}-W\\d{2})(.*)");
  private static final Pattern DAY_OF_WEEK = Pattern.compile("\\d{4}-W\\d{2}-\\d");
  private static final Pattern FIGURES = Pattern.compile("[\\dX]+");

  /** Type and value of an expression. */
  record Value(EntityType type, String text) {}

  private final List<Time> days;

  /** The day of the article if SUTime counts weeks wrongly around it; null if it does not. */
  private final @Nullable LocalDate atNewYear;

  private TimeValue(List<Time> days, @Nullable LocalDate atNewYear) {
    this.days = days;
    this.atNewYear = atNewYear;
  }

  /**
   * @param published ISO 8601; the date counts as unknown if it is empty or incomplete
   */
  static TimeValue onDay(String published) {
    if (published.length() < 10) {
      return new TimeValue(ANY_DAY, null);
    }
    try {
      LocalDate date = LocalDate.parse(published.substring(0, 10));
      boolean atNewYear =
          date.getYear() != date.plusWeeks(WEEKS_AT_NEW_YEAR).getYear()
              || date.getYear() != date.minusWeeks(WEEKS_AT_NEW_YEAR).getYear();
      return new TimeValue(List.of(day(date.toString())), atNewYear ? date : null);
    } catch (DateTimeException e) {
      return new TimeValue(ANY_DAY, null);
    }
  }

  private static Time day(String date) {
    return SUTime.parseDateTime(date, true);
  }

  /**
   * The value; empty for expressions without one: <i>annual</i>, <i>every year</i>, a day that does
   * not exist.
   */
  Optional<Value> of(Temporal meaning, Tense tense) {
    return asWritten(meaning, tense).flatMap(TimeValue::withDate);
  }

  private Optional<Value> asWritten(Temporal meaning, Tense tense) {
    String alone = meaning.getTimexValue();
    boolean hour = alone != null && alone.startsWith("T"); // a time without a date
    if (days.size() == 1 && !hour || alone == null) {
      return onDays(meaning, tense);
    }
    return value(alone, meaning.getTimexType().name());
  }

  private Optional<Value> onDays(Temporal meaning, Tense tense) {
    Optional<Value> week = atNewYear == null ? Optional.empty() : week(atNewYear, meaning, tense);
    if (week.isPresent()) {
      return week;
    }
    Optional<Value> value = on(days.get(0), meaning, tense);
    for (Time other : days.subList(1, days.size())) {
      Optional<Value> there = on(other, meaning, tense);
      value = value.flatMap(v -> there.map(t -> new Value(t.type(), common(v.text(), t.text()))));
    }
    return value;
  }

  private static Optional<Value> on(Time day, Temporal meaning, Tense tense) {
    try {
      Temporal resolved = meaning.resolve(day, flags(meaning, tense));
      return resolved == null || resolved.getTimexValue() == null
          ? Optional.empty()
          : value(resolved.getTimexValue(), resolved.getTimexType().name());
    } catch (RuntimeException e) { // how SUTime and Joda report that a day does not exist
      return Optional.empty();
    }
  }

  private static Optional<Value> value(String text, String type) {
    if (text.isEmpty() || text.endsWith("_REF")) {
      return Optional.empty();
    }
    EntityType entity =
        switch (type) {
          case "SET" -> // every Monday; every two weeks
              text.startsWith("P")
                  ? EntityType.DURATION
                  : text.startsWith("T") ? EntityType.TIME : EntityType.DATE;
          default -> EntityType.valueOf(type);
        };
    return Optional.of(new Value(entity, text));
  }

  /**
   * A week relative to {@code day}, such as <i>next week</i>, which SUTime counts on within the
   * year of the day: behind 2025-W52 comes its 2025-W53, which does not exist. The distance in
   * weeks is that of two days in the middle of a year; empty if there is none.
   */
  private static Optional<Value> week(LocalDate day, Temporal meaning, Tense tense) {
    Optional<Value> value = on(day(day.plusWeeks(MIDDLE).toString()), meaning, tense);
    Matcher week = WEEK.matcher(value.map(Value::text).orElse(""));
    Matcher later =
        WEEK.matcher(
            on(day(day.plusWeeks(MIDDLE + 2).toString()), meaning, tense)
                .map(Value::text)
                .orElse(""));
    if (!week.matches() || !later.matches()) {
      return Optional.empty();
    }
    LocalDate first = firstDay(week.group(1));
    if (!firstDay(later.group(1)).equals(first.plusWeeks(2))) {
      return Optional.empty(); // the second week of June
    }
    String text = first.minusWeeks(MIDDLE).format(DateTimeFormatter.ISO_WEEK_DATE);
    return value.map(
        v -> new Value(v.type(), text.substring(0, "2024-W01".length()) + week.group(2)));
  }

  private static LocalDate firstDay(String week) {
    return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
  }

  /** A day that SUTime gives as one of a week (<i>Monday next week</i>: 2024-W21-1), as a date. */
  private static Optional<Value> withDate(Value value) {
    if (value.type() != EntityType.DATE || !DAY_OF_WEEK.matcher(value.text()).matches()) {
      return Optional.of(value);
    }
    try {
      LocalDate date = LocalDate.parse(value.text(), DateTimeFormatter.ISO_WEEK_DATE);
      return Optional.of(new Value(value.type(), date.toString()));
    } catch (DateTimeException e) { // there is no such week
      return Optional.empty();
    }
  }

  private static int flags(Temporal meaning, Tense tense) {
    return switch (tense) {
      case PAST -> SUTime.RESOLVE_TO_PAST;
      case FUTURE -> SUTime.RESOLVE_TO_FUTURE;
      case UNKNOWN -> meaning instanceof SUTime.PartialTime ? SUTime.RESOLVE_TO_CLOSEST : 0;
    };
  }

  /** Replaces digits that differ by X. */
  private static String common(String one, String other) {
    List<String> ones = figures(one);
    Iterator<String> next = ones.iterator();
    return FIGURES
        .matcher(other)
        .replaceAll(
            match ->
                next.hasNext() && next.next().equals(match.group())
                    ? match.group()
                    : "X".repeat(match.group().length()));
  }

  private static List<String> figures(String value) {
    return FIGURES.matcher(value).results().map(MatchResult::group).toList();
  }
}
