package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds where the clause that a verb governs begins. How depends on the language. */
interface ClauseStart {

  /** Where the clause begins that a cue of this source governs; -1 when it governs none. */
  int of(Cue cue, @Nullable Phrase source, int high);

  /** In languages in which a clause shows where it begins; null where it need not. */
  static @Nullable ClauseStart shown(Reading reading, Lexicon lexicon, CueRow cues) {
    Traits traits = lexicon.traits();
    if (traits.commasOpenClauses()) {
      return new CommaClauseStart(reading);
    }
    return traits.complementisersOpenClauses()
        ? new ComplementiserStart(reading, lexicon, cues)
        : null;
  }
}
