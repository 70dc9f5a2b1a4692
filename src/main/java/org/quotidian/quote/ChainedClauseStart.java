package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/** Finds where a report begins behind its verb, in languages in which a comma may stand between. */
record ChainedClauseStart(Reading reading, ListedWords words) {

  /** Tokens; what is shorter is an object, not a clause. */
  static final int SHORTEST = 2;

  /** Tokens between a verb of telling and the comma behind the one spoken to. */
  private static final int ADDRESSEE_REACH = 16;

  /** Where what a verb reports begins; -1 if nothing follows. */
  int of(Cue cue, int high) {
    int next = behindVerb(cue, high);
    if (next >= high || words.isAny(WordKind.AFTER_NOUN, next, high)) {
      return -1;
    }
    if (isBorder(next)) {
      boolean comma = cue.takes(Frame.CLAUSE) || cue.takes(Frame.COMMA);
      boolean report = hasWords(next + 1, high) && !words.isAny(WordKind.WHILE, next + 1, high);
      return comma && report ? next + 1 : -1;
    }
    int told = cue.takes(Frame.ADDRESSEE) ? behindAddressee(next, high) : -1;
    if (told >= 0) {
      return told;
    }
    return cue.takes(Frame.CLAUSE) && opensClause(next, high) ? next : -1;
  }

  private int behindAddressee(int next, int high) {
    for (int i = next; i < Math.min(high, next + ADDRESSEE_REACH) && !reading.marked[i]; i++) {
      if (reading.is(i, ":")) {
        return hasWords(i + 1, high) ? i + 1 : -1;
      }
    }
    for (int i = next; i < Math.min(high, next + ADDRESSEE_REACH); i++) {
      if (isBorder(i) && !reading.marked[i]) {
        return hasWords(i + 1, high) ? i + 1 : -1;
      }
      if (reading.pos[i].isVerb()) {
        return -1;
      }
    }
    return -1;
  }

  private boolean hasWords(int first, int high) {
    return first < high && reading.wordsIn(first, high) >= SHORTEST;
  }

  /** Behind particles and adverbs that belong to the verb: 说过, 表示说. */
  int behindVerb(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && !reading.marked[next] && words.isAny(WordKind.AFTER_VERB, next, high)) {
      next = words.skip(WordKind.AFTER_VERB, next, high);
    }
    return next;
  }

  boolean isBorder(int token) {
    return reading.isComma(token) || reading.is(token, ":");
  }

  /** Whether a clause begins here, not only an object: a verb stands in it, behind its subject. */
  private boolean opensClause(int first, int high) {
    int end = first;
    while (end < high && !(isBorder(end) && !reading.marked[end]) && !reading.is(end, ";")) {
      end++;
    }
    for (int i = first + (reading.pos[first].isVerb() ? 0 : 1); i < end; i++) {
      boolean described = words.isAny(WordKind.POSSESSION, i + 1, end); // 安全的桥
      if (words.isAny(WordKind.AFTER_NOUN, end - 1, end) && end < high) {
        return false; // “宣布撤军后，…”
      }
      if (reading.pos[i].isVerb() && !described) {
        return reading.wordsIn(first, end) >= SHORTEST;
      }
    }
    return false;
  }
}
