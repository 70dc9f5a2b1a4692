package org.quotidian.quote;

/** Finds where clauses begin and end that commas part from each other. */
record CommaParts(Reading reading) {

  /** Where the part of a sentence begins in which a token stands. */
  int begin(int token, int low) {
    int i = token;
    while (i > low && !isBorder(i - 1)) {
      i--;
    }
    return i;
  }

  private boolean isBorder(int token) {
    return !reading.marked[token]
        && (reading.isComma(token)
            || reading.isAny(token, ":", ";", "(", ")")
            || reading.isDash(token) && !reading.pos[token].isHyphen());
  }

  /** Whether the part that begins at a token depends on another. */
  boolean isSubordinate(int first, int low) {
    return reading.isListed(WordKind.SUBORDINATOR, first)
        || reading.isListed(WordKind.COMPLEMENTISER, first)
        || reading.isListed(WordKind.ASIDE, first)
        || first > low && reading.isComma(first - 1) && isRelative(first);
  }

  /** “denen”, “die”: a word that opens a clause about a noun, not the article of another noun. */
  boolean isRelative(int token) {
    if (!reading.isListed(WordKind.RELATIVE, token)) {
      return false;
    }
    TokenClass next = token + 1 < reading.size ? reading.pos[token + 1] : TokenClass.UNKNOWN;
    return !reading.pos[token].isDeterminer()
        || !next.isNoun() && !next.isAdjective() && !next.isNumber() && !next.isAdverb();
  }

  /** Where a dependent clause ends: the comma behind its verb, which stands last. */
  int endOfSubordinate(int first, int high) {
    for (int i = first + 1; i < high; i++) {
      if (!reading.marked[i] && reading.isComma(i) && reading.pos[i - 1].isFinite()) {
        return i;
      }
      if (!reading.marked[i] && (reading.is(i, ";") || reading.is(i, ")"))) {
        return i;
      }
    }
    return high;
  }

  /**
   * The first comma behind a clause that is not dependent; those around a clause in it are none.
   */
  int endOfMain(int first, int high) {
    int i = first;
    while (i < high) {
      if (reading.isComma(i) && !reading.marked[i]) {
        if (i + 1 >= high || !isSubordinate(i + 1, first) || hasVerb(first, i)) {
          return i;
        }
        i = endOfSubordinate(i + 1, high);
      }
      i++;
    }
    return high;
  }

  /** Where a clause ends with which another begins: the comma that its verb follows. */
  int beforeMainVerb(int first, int high) {
    for (int i = first + 1; i + 1 < high; i++) {
      if (!reading.marked[i]
          && reading.isComma(i)
          && reading.pos[i + 1].isFinite()
          && !reading.marked[i + 1]) {
        return i;
      }
    }
    return high;
  }

  /** Whether there is a verb outside clauses that depend on another, or “dass” opens them. */
  boolean hasMainVerb(int first, int limit) {
    if (reading.isListed(WordKind.COMPLEMENTISER, first)) {
      return true;
    }
    int i = reading.isListed(WordKind.SUBORDINATOR, first) ? endOfSubordinate(first, limit) : first;
    while (i < limit) {
      boolean comma = reading.isComma(i) && !reading.marked[i];
      if (comma && i + 1 < limit && isSubordinate(i + 1, first)) {
        i = endOfSubordinate(i + 1, limit);
      } else if (reading.pos[i].isFinite()) {
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  boolean hasVerb(int from, int high) {
    for (int i = from; i < high; i++) {
      if (reading.pos[i].isFinite() && !reading.marked[i]) {
        return true;
      }
    }
    return false;
  }
}
