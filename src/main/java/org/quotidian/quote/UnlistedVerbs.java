package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the source behind marked words and a verb that no list names: <i>“…”, sourit Anna</i>. */
record UnlistedVerbs(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {

  /** The source of a verb, or of an auxiliary, that begins at a token. */
  @Nullable Link behind(int first, int high) {
    return lexicon.traits().verbsHaveGroups()
        ? behindVerb(first, high)
        : behindAuxiliary(first, high);
  }

  private @Nullable Link behindVerb(int first, int high) {
    int verb = first;
    while (verb < high
        && (reading.pos[verb].isAuxiliary()
            || reading.pos[verb].isAdverb()
            || reading.isListed(WordKind.CLITIC, verb))) {
      verb++;
    }
    if (verb >= high || !reading.pos[verb].isVerb() || reading.marked[verb]) {
      return null;
    }
    Cue assumed = Cue.assumedAt(verb);
    if (!reading.mayHaveSubject(assumed) || first == verb && !reading.pos[verb].isFinite()) {
      return null;
    }
    Phrase source = phrases.subjectBefore(assumed, first);
    return source != null && source.last() > first && phrases.canSpeak(source)
        ? new Link(source, new Phrase(first, verb), null, Rule.VERB_SOURCE)
        : null;
  }

  /** “…”, musste Anna Berg einräumen: the verb behind its subject. */
  private @Nullable Link behindAuxiliary(int auxiliary, int high) {
    boolean may =
        lexicon.traits().subjectsOnEitherSide()
            && reading.pos[auxiliary].isFinite()
            && reading.isListed(WordKind.AUXILIARY, auxiliary);
    for (int i = auxiliary + 1; may && i < high && !reading.isComma(i); i++) {
      Cue cue = cues.verbAt(i);
      Phrase source = cue == null ? null : phrases.subjectBefore(cue, auxiliary);
      if (cue != null && source != null && !cue.refused() && cue.takes(CueWords.Frame.QUOTE)) {
        return Link.of(source, cue, Rule.VERB_SOURCE);
      }
    }
    return null;
  }

  /** The “yellow vests” say: no statement, but a part of what stands around it. */
  boolean isTerm(int limit) {
    int first = limit - 1;
    while (first > 0 && reading.marked[first - 1]) {
      first--;
    }
    return !reading.opensPart(first)
        && ".!?…".indexOf(reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2))) < 0;
  }
}
