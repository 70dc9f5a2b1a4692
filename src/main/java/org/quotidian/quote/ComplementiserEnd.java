package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/**
 * Finds where a clause ends that a complementiser opens: before another report of the same or of
 * somebody else, or with its sentence.
 */
record ComplementiserEnd(Reading reading, CueRow cues, Phrases phrases, ClauseStart starts) {

  /** Tokens between a border and the verb of another report: por lo que ha dicho. */
  private static final int FARTHEST = 4;

  /** Tokens between a verb and the marked words that it announces. */
  private static final int NEAR = 8;

  int of(Cue cue, int first, int high) {
    for (int i = first + 1; i + 1 < high; i++) {
      if (reading.marked[i]) {
        continue;
      }
      boolean joint = reading.pos[i].isConjunction();
      boolean border = reading.isComma(i) || reading.isDash(i) || reading.is(i, ";");
      if (reading.isComma(i) && reading.pos[i + 1].isPresentParticiple() && i - first > NEAR / 2) {
        return i; // a remark of the writer
      }
      if ((joint || border) && (isReport(i + 1, high) || border && isAnswered(i + 1, high))) {
        return i;
      }
    }
    return high;
  }

  /** “…, précisant que”; “… et dit vouloir”; “…, selon Berg”; “…, mais elle a ajouté que” */
  private boolean isReport(int from, int high) {
    int i = from;
    while (i < high && i < from + FARTHEST && !reading.marked[i] && isBefore(i)) {
      i++;
    }
    Cue other = cues.at(i);
    if (other == null && i < high) {
      Phrase subject = phrases.startingAt(i, high);
      other = subject == null ? null : cues.at(subject.last() + 1);
    }
    if (other == null || other.words().kind() == CueWords.Kind.NOUN) {
      return false;
    }
    return other.isAttribution()
        ? i == from && other.first() == i
        : governs(other, high) || other.first() == i && isInserted(other);
  }

  private boolean isBefore(int token) {
    return reading.pos[token].isAdverb()
        || reading.pos[token].isConjunction()
        || reading.pos[token].isPreposition()
        || reading.isListed(WordKind.CLITIC, token)
        || reading.isListed(WordKind.COMPLEMENTISER, token);
  }

  private boolean governs(Cue other, int high) {
    return starts.of(other, null, high) >= 0
        || (other.takes(Frame.QUOTE) || other.takes(Frame.NAME))
            && marksFollow(other.last() + 1, high);
  }

  /** Whether a verb opens an inserted clause: its subject follows, and then a border. */
  private boolean isInserted(Cue other) {
    Phrase subject = phrases.subjectBefore(other, other.first());
    return subject != null && subject.last() >= other.first() && reading.isComma(other.first() - 1);
  }

  /** “…, « pour la ville », a-t-elle ajouté” */
  private boolean isAnswered(int from, int high) {
    int i = from;
    while (i < high && reading.marked[i]) {
      i++;
    }
    Cue verb = i > from && i + 1 < high && reading.isComma(i) ? cues.verbAt(i + 1) : null;
    return verb != null && isInserted(verb);
  }

  private boolean marksFollow(int from, int high) {
    for (int i = from; i < Math.min(high, from + NEAR); i++) {
      if (reading.marked[i]) {
        return true;
      }
      if (reading.isComma(i) || reading.pos[i].isFinite()) {
        return false;
      }
    }
    return false;
  }
}
