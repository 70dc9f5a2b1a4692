package org.quotidian.quote;

/**
 * Corrects tags of sentences that have no finite verb: the participle behind what looks like their
 * subject is their verb, as in “The mayor, a former nurse, called on firms to help”. Taggers
 * confuse the two where they look the same. Only the text has whole sentences, not the headline.
 */
record VerbsLikeParticiples(Reading reading) {

  void tag() {
    for (int low = 0; low < reading.size; low = reading.sentenceEnd(low)) {
      int verb = reading.body[low] ? lost(low, reading.sentenceEnd(low)) : -1;
      if (verb >= 0) {
        reading.pos[verb] = TokenClass.PAST_VERB;
      }
    }
  }

  /** The first participle behind a noun or a comma; -1 if there is none, or a finite verb. */
  private int lost(int low, int high) {
    int found = -1;
    for (int i = low + 1; i < high; i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (reading.pos[i].isFinite()) {
        return -1;
      }
      boolean behindSubject = reading.pos[i - 1].isNoun() || reading.isComma(i - 1);
      if (found < 0 && reading.pos[i].isPastParticiple() && behindSubject) {
        found = i;
      }
    }
    return found;
  }
}
