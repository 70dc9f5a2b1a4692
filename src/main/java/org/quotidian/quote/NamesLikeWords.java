package org.quotidian.quote;

/**
 * Tags as names the capitalised words that taggers take for something else, where only a name can
 * stand: <i>“It was cold,” Sunny said</i>; <i>her neighbour Per Dahl said</i>.
 */
record NamesLikeWords(Reading reading, Lexicon lexicon) {

  void tag() {
    for (int i = 0; i < reading.size; i++) {
      if (!reading.isCapitalised(i) || reading.marked[i]) {
        continue;
      }
      TokenClass pos = reading.pos[i];
      boolean word = pos.isAdjective() || pos.isVerb() || pos.isAuxiliary();
      if (word && (isSubjectBehindMarks(i) || isSourceBehindMarks(i))
          || pos.isLikePreposition() && isGivenName(i)) {
        reading.pos[i] = TokenClass.NAME;
      }
    }
  }

  /** “…,” Sunny said */
  private boolean isSubjectBehindMarks(int token) {
    boolean goesOn =
        token >= 2
            && reading.marked[token - 1]
            && ",?!".indexOf(reading.text.charAt(reading.start[token - 1] - 1)) >= 0;
    return goesOn
        && lexicon.words(WordKind.INDEFINITE).of(reading.lower[token]) == null
        && isVerb(token + 1);
  }

  /** “…,” said Sunny */
  private boolean isSourceBehindMarks(int token) {
    return token >= 2 && isVerb(token - 1) && reading.marked[token - 2];
  }

  private boolean isVerb(int token) {
    return token < reading.size
        && reading.pos[token].isFinite()
        && lexicon.cues().longestAt(reading.lower, token, reading.size) != null;
  }

  /**
   * A capital inside a sentence before another name, or the whole subject of the verb that opens
   * one: “Per Dahl said”, but “Per Reuters, …”.
   */
  private boolean isGivenName(int token) {
    int limit = reading.sentenceEnd(token);
    if (token + 1 >= limit || !reading.isCapitalised(token + 1) || reading.marked[token + 1]) {
      return false;
    }
    boolean opens = token == reading.sentenceBegin(token) || !reading.isWord(token - 1);
    int next = token + 1;
    while (next < limit && reading.isCapitalised(next)) {
      next++;
    }
    boolean attribution = lexicon.cues().of(reading.lower[token]) != null;
    return attribution && (!opens || next < limit && isVerb(next));
  }
}
