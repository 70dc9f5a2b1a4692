package org.quotidian.evaluate;

import java.util.Locale;

/**
 * One measured figure with its 95 % bootstrap interval over the documents.
 *
 * @param group of documents: {@code all}, a language (BCP 47 code), or {@code genre finance}
 * @param what what was measured: a type of quote, {@code marked} for direct and mixed together, a
 *     type of entity
 * @param measure how: {@code span >= 0.3}, {@code span >= 0.8}, {@code span exact}, {@code
 *     speaker}, {@code end to end}, {@code name exact}, {@code name overlap}, {@code given a
 *     speaker}
 * @param low lower end of the interval of F1
 * @param high upper end
 */
public record Figure(
    String group, String what, String measure, Counts counts, double low, double high) {

  /**
   * One line for people: precision, recall, F1 and its interval.
   *
   * @param width of the first column, in characters
   */
  public String line(int width) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s %-13s %-16s P %.3f  R %.3f  F1 %.3f  [%.3f, %.3f]  gold %d, given %d",
        group,
        what,
        measure,
        counts.precision(),
        counts.recall(),
        counts.f1(),
        low,
        high,
        counts.gold(),
        counts.given());
  }
}
