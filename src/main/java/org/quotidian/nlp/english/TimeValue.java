package org.quotidian.nlp.english;

import edu.stanford.nlp.time.SUTime;
import edu.stanford.nlp.time.SUTime.Temporal;
import edu.stanford.nlp.time.SUTime.Time;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.quotidian.model.EntityType;
import org.quotidian.nlp.english.TimeWords.Tense;

/**
 * What dates and times mean in an article of a certain day, as TIMEX3 writes it. Of an article
 * without day every digit that depends on the day is {@code X}: they are those that differ between
 * two days that have nothing in common.
 */
final class TimeValue {

  private static final List<Time> ANY_DAY =
      List.of(day("1878-01-22"), day("2049-11-07"), day("1932-06-14"));

  private static final Pattern FIGURES = Pattern.compile("[\\dX]+");

  /** Type and value of an expression. */
  record Value(EntityType type, String text) {}

  private final List<Time> days;

  private TimeValue(List<Time> days) {
    this.days = days;
  }

  /**
   * @param published ISO 8601; may be empty or unknown in part, then no day is known
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

  /** Empty for what has no value: <i>annual</i>, <i>every year</i>, a day that does not exist. */
  Optional<Value> of(Temporal meaning, Tense tense) {
    String alone = meaning.getTimexValue();
    boolean hour = alone != null && alone.startsWith("T"); // of no certain day
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
    } catch (RuntimeException e) { // SUTime's and Joda's way to say that there is no such day
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

  private static int flags(Temporal meaning, Tense tense) {
    return switch (tense) {
      case PAST -> SUTime.RESOLVE_TO_PAST;
      case FUTURE -> SUTime.RESOLVE_TO_FUTURE;
      case UNKNOWN -> meaning instanceof SUTime.PartialTime ? SUTime.RESOLVE_TO_CLOSEST : 0;
    };
  }

  /** Figures that are not the same in both become X. */
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
