package org.quotidian.quote;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds reporting verbs that a word at the end of their clause completes: <i>teilte … mit</i>. */
final class PartedCues {

  /** Tokens between the two words. */
  private static final int REACH = 40;

  private PartedCues() {}

  /**
   * The verb that begins at a token if it is completed before the next clause; asides between
   * commas and marked words are passed over.
   */
  static @Nullable Cue at(Reading reading, Lexicon lexicon, int token, int limit) {
    Map<String, CueWords> endings = lexicon.partedCues(reading.lower[token]);
    if (endings.isEmpty()) {
      return null;
    }
    for (int i = token + 1; i < Math.min(limit, token + REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      CueWords words = endings.get(reading.lower[i]);
      boolean ends = i + 1 >= limit || !reading.isWord(i + 1) || reading.pos[i + 1].isConjunction();
      boolean attribution = words != null && words.kind() == CueWords.Kind.ATTRIBUTION;
      if (words != null && ends && (attribution ? i > token + 1 : reading.pos[token].isFinite())) {
        return new Cue(words, token, token, CueFinder.refused(reading, lexicon, token));
      }
      if (reading.isAny(i, ";", ":")
          || reading.isListed(WordKind.COMPLEMENTISER, i)
          || reading.isComma(i) && !reading.pos[token].isVerb()) {
        return null;
      }
    }
    return null;
  }
}
