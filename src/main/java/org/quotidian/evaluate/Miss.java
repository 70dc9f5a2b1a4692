package org.quotidian.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A place where gold and result differ.
 *
 * @param kind what is wrong
 * @param gold null if there was nothing to find
 * @param given null if nothing was found
 * @param context the surrounding text, with the marked words in square brackets; empty if there is
 *     no text
 */
public record Miss(
    String doc, Kind kind, @Nullable Marking gold, @Nullable Marking given, String context) {

  /** The ways in which a quote can be wrong. */
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
