package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have said words in quotation marks.
 *
 * @param chosen the rule by which the rules alone choose, it or another; null if they choose nobody
 * @param before the marked words before; null if there are none
 */
record MarkedProposal(
    int first, int limit, Link link, Way way, @Nullable Rule chosen, @Nullable Before before) {

  /**
   * Other marked words.
   *
   * @param limit one past their last token
   * @param said whether they have a source
   */
  record Before(int limit, boolean said) {}

  /** Whether the rules alone would take it. */
  boolean byRule() {
    return way == Way.RULE;
  }

  /** How the source was found. */
  enum Way {
    /** By all rules together. */
    RULE,
    /** By the rules for the sentence, although something else goes before. */
    OWN,
    /** At the nearest cue before the words. */
    BEFORE,
    /** At the nearest cue behind them. */
    BEHIND,
    /** The source of other marked words in the sentence. */
    SHARED,
    /** The source of the marked words before. */
    LAST,
    /** The one who is speaking. */
    INHERITED,
    /** The first who is named in the sentence, before the words. */
    FIRST_BEFORE,
    /** The last who is named before them in the sentence. */
    NEAREST_BEFORE,
    /** The first who is named behind them in the sentence. */
    FIRST_BEHIND,
    /** The first who is named in the sentence before. */
    SENTENCE_BEFORE,
    /** The first who is named in the sentence behind. */
    SENTENCE_BEHIND
  }
}
