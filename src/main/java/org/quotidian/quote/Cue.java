package org.quotidian.quote;

/**
 * Reporting words at their place.
 *
 * @param first first token
 * @param last last token, inclusive
 * @param refused whether they say that nothing was said: <i>declined to say</i>
 */
record Cue(CueWords words, int first, int last, boolean refused) {

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
