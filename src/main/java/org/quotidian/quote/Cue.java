package org.quotidian.quote;

import java.util.Set;

/**
 * Reporting words and their position.
 *
 * @param first first token
 * @param last last token, inclusive
 * @param refused whether they say that nothing was said: <i>declined to say</i>
 */
record Cue(CueWords words, int first, int last, boolean refused) {

  private static final CueWords ASSUMED = new CueWords(CueWords.Kind.VERB, Set.of());

  private static final CueWords NONE = new CueWords(CueWords.Kind.NONE, Set.of());

  /** A word of no list that stands where a reporting verb would. */
  static Cue assumedAt(int token) {
    return new Cue(ASSUMED, token, token, false);
  }

  /** Words that only look like a cue, to be passed over as a whole. */
  static Cue none(int first, int last) {
    return new Cue(NONE, first, last, false);
  }

  boolean isVerb() {
    return words.kind() == CueWords.Kind.VERB;
  }

  boolean isAttribution() {
    return words.kind() == CueWords.Kind.ATTRIBUTION;
  }

  boolean takes(CueWords.Frame frame) {
    return words.takes(frame);
  }
}
