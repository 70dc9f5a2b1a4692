package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/** Tells from part-of-speech tags whether the subject of a cue is not the one who reports. */
record PassiveVerbs(Reading reading, Lexicon lexicon, TaggedClauseStart starts) {

  /** “was announced”, “the alleged thief”, “the king's ruling party”. */
  boolean isPassive(Cue cue) {
    if (pos(cue.first()).isPresentParticiple() && cue.first() > 0) {
      return pos(cue.first() - 1).isPossessiveMarker();
    }
    if (!pos(cue.first()).isPastParticiple()) {
      return false;
    }
    int i = cue.first() - 1;
    while (i > 0
        && (pos(i).isAdverb()
            || pos(i).isPreposition() && reading.isListed(WordKind.HAVE, i - 1))) { // has since
      i--;
    }
    boolean mistagged =
        i >= 0
            && (pos(i).isProper()
                || pos(i).isPersonalPronoun()
                || pos(i).isPositiveAdjective()
                || (pos(i).isNoun() || reading.isComma(i)) && governsClause(cue))
            && starts.of(cue, null, reading.sentenceEnd(cue.first())) >= 0;
    boolean attribute =
        i >= 0
            && (pos(i).isNumber() || pos(i).isDeterminer() || pos(i).isPositiveAdjective())
            && pos(cue.last() + 1 < reading.size ? cue.last() + 1 : i).isNoun();
    return attribute
        || !mistagged && (i < 0 || lexicon.words(WordKind.HAVE).of(reading.lower[i]) == null);
  }

  /** “The mayor noted that …”: taggers may take the verb for a participle. */
  private boolean governsClause(Cue cue) {
    int start = starts.of(cue, null, reading.sentenceEnd(cue.first()));
    return start >= 0
        && !cue.takes(Frame.ADDRESSEE)
        && !cue.takes(Frame.ADDRESSEE_OF)
        && !pos(start).isInfinitiveMarker()
        && !pos(start).isFinite();
  }

  private TokenClass pos(int token) {
    return reading.pos[token];
  }
}
