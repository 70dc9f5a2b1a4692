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
import java.util.regex.Pattern;
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

  private static final Pattern DAY_OF_WEEK = Pattern.compile("\\d{4}-W\\d{2}-\\d");
  private static final Pattern FIGURES = Pattern.compile("[\\dX]+");

  /** Type and value of an expression. */
  record Value(EntityType type, String text) {}

  private final List<Time> days;

  private TimeValue(List<Time> days) {
    this.days = days;
  }

  /**
   * @param published ISO 8601; the date counts as unknown if it is empty or incomplete
   */
  static TimeValue onDay(String published) {
    if (published.length() < 10) {
      return new TimeValue(ANY_DAY);
    }
    try {
      return new TimeValue(List.of(day(LocalDate.parse(published.substring(0, 10)).toString())));
    } catch (DateTimeException e) {
      return new TimeValue(ANY_DAY);
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
    String alone = meaning.getTimexValue();
    boolean hour = alone != null && alone.startsWith("T"); // a time without a date
    if (days.size() == 1 && !hour || alone == null) {
      return onDays(meaning, tense);
    }
    return value(alone, meaning.getTimexType().name());
  }

  private Optional<Value> onDays(Temporal meaning, Tense tense) {
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
    return Optional.of(new Value(entity, entity == EntityType.DATE ? dayOf(text) : text));
  }

  /** A day that SUTime gives as one of a week (<i>Monday next week</i>: 2024-W21-1), as a date. */
  private static String dayOf(String text) {
    return DAY_OF_WEEK.matcher(text).matches()
        ? LocalDate.parse(text, DateTimeFormatter.ISO_WEEK_DATE).toString()
        : text;
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
