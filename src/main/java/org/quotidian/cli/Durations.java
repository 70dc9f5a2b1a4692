package org.quotidian.cli;

import java.time.Duration;
import java.util.Locale;

/** Formats durations for people. */
final class Durations {

  private Durations() {}

  /** {@code 3.2 s}, {@code 4 min 5 s} or {@code 2 h 13 min}. */
  static String words(Duration duration) {
    if (duration.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    if (duration.toHours() == 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }
}
