package org.quotidian.quote;

/**
 * Somebody who may have said words in quotation marks.
 *
 * @param byRule whether the rules alone would take it
 */
record MarkedProposal(int first, int limit, Link link, Way way, boolean byRule) {

  /** How the source was found. */
  enum Way {
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
    INHERITED
  }
}
