package org.quotidian.quote;

/** Tells reporting verbs that taggers miss by what stands around them, where verbs have groups. */
final class VerbPlaces {

  private VerbPlaces() {}

  /**
   * “a fait savoir”, “se quejó”: a phrase that begins with an auxiliary or a pronoun; also a verb
   * that taggers take for an auxiliary because another follows it.
   */
  static boolean isPhrase(
      WordTree.Match<CueWords> match, int token, Reading reading, Lexicon lexicon) {
    if (!lexicon.traits().verbsHaveGroups()) {
      return false;
    }
    boolean auxiliary = reading.pos[token].isAuxiliary();
    return match.length() > 1 && (auxiliary || reading.isListed(WordKind.CLITIC, token))
        || auxiliary && !reading.isListed(WordKind.AUXILIARY, token);
  }

  /** “…”, analyse Berg: what has no article behind a comma and a closing mark is a verb. */
  static boolean followsMarks(Reading reading, Lexicon lexicon, int token) {
    return lexicon.traits().verbsHaveGroups()
        && token > 1
        && reading.isComma(token - 1)
        && reading.marked[token - 2];
  }
}
