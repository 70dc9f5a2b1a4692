package org.quotidian.quote;

/**
 * Words that a cue may govern.
 *
 * @param byRule whether the rules alone would take them
 */
record Proposal(Content content, Cue cue, Way way, boolean byRule) {

  /** Where the words stand. */
  enum Way {
    /** Behind a colon, word for word. */
    COLON,
    BEFORE,
    /** Right behind the cue and its adverbs. */
    BEHIND,
    /** Behind something else, such as the one who was told. */
    FAR
  }
}
