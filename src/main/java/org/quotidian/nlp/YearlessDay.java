package org.quotidian.nlp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A day and month without a year, in an article. */
public final class YearlessDay {

  private YearlessDay() {}

  /**
   * The day on which an article was published; null if it is not fully known.
   *
   * @param published ISO 8601, perhaps with {@code X} for unknown digits
   */
  public static @Nullable LocalDate reference(String published) {
    try {
      return published.length() < 10 ? null : LocalDate.parse(published.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null; // an incomplete date cannot be a reference date
    }
  }

  /**
   * ISO 8601: the day nearest to that of the article; with {@code XXXX} if that is unknown.
   *
   * @throws DateTimeException if there is no such day
   */
  public static String value(@Nullable LocalDate reference, int month, int day) {
    MonthDay wanted = MonthDay.of(month, day);
    return reference == null
        ? "XXXX-%02d-%02d".formatted(month, day)
        : nearest(reference, wanted).toString();
  }

  /**
   * That day in the year before, the same or the next, whichever is nearest.
   *
   * @throws DateTimeException if there is none: 29 February between years that are no leap years
   */
  public static LocalDate nearest(LocalDate reference, MonthDay wanted) {
    return IntStream.rangeClosed(reference.getYear() - 1, reference.getYear() + 1)
        .filter(wanted::isValidYear)
        .mapToObj(wanted::atYear)
        .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(date, reference))))
        .orElseThrow(() -> new DateTimeException("no " + wanted + " near " + reference));
  }
}
