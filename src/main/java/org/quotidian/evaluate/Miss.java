package org.quotidian.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Where gold and result differ.
 *
 * @param kind what is wrong
 * @param gold null when nothing was to be found
 * @param given null when nothing was given
 * @param context the words around, the marked ones in square brackets; empty without text
 */
public record Miss(
    String doc, Kind kind, @Nullable Marking gold, @Nullable Marking given, String context) {

  /** What can be wrong with a quote. */
  public enum Kind {
    NOT_FOUND,
    NOT_A_QUOTE,
    WRONG_SPAN,
    WRONG_SPEAKER
  }

  /** One line for people. */
  public String line() {
    return doc
        + ": "
        + kind
        + (gold == null ? "" : " gold " + gold.type() + " by '" + gold.speaker() + "'")
        + (given == null ? "" : " given " + given.type() + " by '" + given.speaker() + "'")
        + (context.isEmpty() ? "" : "\n    " + context);
  }
}
