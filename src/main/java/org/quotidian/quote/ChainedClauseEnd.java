package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/**
 * Finds where a report ends: with its sentence, or at a comma where another cue or a remark of the
 * writer follows.
 */
record ChainedClauseEnd(
    Reading reading, CueRow cues, Phrases phrases, ListedWords words, ChainedClauseStart starts) {

  int of(int first, int high) {
    for (int i = first + 1; i < high; i++) {
      boolean border = (reading.isComma(i) || reading.is(i, ";")) && !reading.marked[i];
      if (border
          && (reportsAgain(i + 1, high)
              || words.isAny(WordKind.ASIDE, i + 1, high)
              || isSourceAtEnd(i, high))) {
        return i;
      }
    }
    return high;
  }

  /** “，并强调…”, “，他还说…”, “，而她认为…”. */
  private boolean reportsAgain(int from, int high) {
    int i = from;
    boolean joint = false;
    while (i < high && (words.isAny(WordKind.JOINT, i, high) || isAdverb(i))) {
      joint |= words.isAny(WordKind.WHILE, i, high);
      if (words.isAny(WordKind.AUXILIARY, i, high)) {
        return false; // “，并将宣布…”
      }
      i = Math.max(i + 1, words.skip(WordKind.JOINT, i, high));
    }
    Cue cue = cues.verbAt(i);
    if (cue == null && joint && isSaidAnew(i, high)) {
      return true;
    }
    if (cue == null && i < high && reading.pos[i].isPersonalPronoun()) {
      Phrase subject = phrases.startingAt(i, high);
      cue = subject == null ? null : cues.verbAt(phrases.predicateOf(subject, high));
    }
    return cue != null
        && !cue.refused()
        && cue.takes(Frame.QUOTE)
        && (starts.of(cue, high) >= 0 || isMarkedBehind(cue, high));
  }

  /** “，不过在24日，她表示，…”: another source, also behind an adverbial between commas. */
  private boolean isSaidAnew(int from, int high) {
    int part = from;
    for (int i = from; i < high && !reading.marked[i]; i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        Phrase subject = phrases.subjectBefore(cue, part);
        return subject != null
            && subject.first() >= part
            && phrases.canSpeak(subject)
            && cue.takes(Frame.QUOTE)
            && (starts.of(cue, high) >= 0 || isMarkedBehind(cue, high));
      }
      if (starts.isBorder(i)) {
        if (part > from) {
          return false;
        }
        part = i + 1;
      }
    }
    return false;
  }

  private boolean isMarkedBehind(Cue cue, int high) {
    int next = starts.behindVerb(cue, high);
    return next < high && reading.marked[next];
  }

  private boolean isAdverb(int token) {
    return reading.pos[token].isAdverb() || words.isAny(WordKind.BEFORE_VERB, token, token + 1);
  }

  /** Whether something will or may be said. */
  boolean isWill(Cue cue, int low) {
    for (int i = cue.first() - 1; i >= low; i--) {
      if (words.isAny(WordKind.AUXILIARY, i, i + 1)) {
        return true;
      }
      if (!isAdverb(i)) {
        return false;
      }
    }
    return false;
  }

  /** “，他说。”: who reports it, at the end. */
  boolean isSourceAtEnd(int comma, int high) {
    Phrase source = phrases.startingAt(comma + 1, high);
    Cue verb = source == null ? null : cues.verbAt(phrases.predicateOf(source, high));
    return verb != null && reading.wordsIn(verb.last() + 1, high) == 0;
  }
}
