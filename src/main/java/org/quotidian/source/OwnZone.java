package org.quotidian.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts a time in UTC to the time zone of the page that gives it: near midnight, it would
 * otherwise be of another day than the one that readers of the page see.
 */
final class OwnZone {

  private static final Map<String, String> ZONES = PageWords.pairs("time zone");

  private OwnZone() {}

  /** Whether a date has a time in UTC. */
  static boolean isUtc(String date) {
    OffsetDateTime time = time(date);
    return time != null && time.getOffset().equals(ZoneOffset.UTC);
  }

  /**
   * A time in UTC as the page shows it elsewhere, or its day if it shows only the day.
   *
   * @param date a time for which {@link #isUtc} holds
   * @param others other dates of publication that the page gives
   * @param shown dates that it shows near its headline or in its address
   * @param language code of its language, or empty
   */
  static String of(String date, List<String> others, List<String> shown, String language) {
    OffsetDateTime time = OffsetDateTime.parse(date);
    for (String other : others) {
      OffsetDateTime same = time(other);
      if (same != null
          && !same.getOffset().equals(ZoneOffset.UTC)
          && Duration.between(same, time).abs().toMinutes() < 1) {
        return other;
      }
    }
    for (String other : shown) {
      if (time(other) == null) {
        String local = local(time, other);
        if (!local.isEmpty()) {
          return local;
        }
      }
    }
    String zone = ZONES.get(language);
    return zone == null
        ? date
        : time.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime().toString();
  }

  /**
   * The time as it is in the zone in which a page shows it as {@code shown}; empty if that is
   * another time.
   */
  private static String local(OffsetDateTime time, String shown) {
    LocalDate day = LocalDate.parse(shown.substring(0, 10));
    if (Math.abs(ChronoUnit.DAYS.between(time.toLocalDate(), day)) > 1) {
      return "";
    }
    if (shown.length() == 10) {
      return day.equals(time.toLocalDate()) ? time.toString() : shown;
    }
    Duration ahead =
        Duration.between(
            time.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
            LocalDateTime.parse(shown).truncatedTo(ChronoUnit.MINUTES));
    boolean isZone = ahead.toMinutes() % 15 == 0 && ahead.toHours() >= -12 && ahead.toHours() <= 14;
    return isZone
        ? time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) ahead.toSeconds())).toString()
        : "";
  }

  private static @Nullable OffsetDateTime time(String date) {
    try {
      return OffsetDateTime.parse(date);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
