package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the source behind marked words and a verb that no list names: <i>“…”, sourit Anna</i>. */
record UnlistedVerbs(Reading reading, Phrases phrases) {

  /** Whose verb begins at a token, right before somebody. */
  @Nullable Link behind(int first, int high) {
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
}
