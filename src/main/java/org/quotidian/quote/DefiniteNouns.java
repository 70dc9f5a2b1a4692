package org.quotidian.quote;

/**
 * Tells where a noun phrase ends in languages whose nouns have the article in the same word: behind
 * a definite noun or a full name, another noun opens a phrase of its own, as in <i>زار الوزير |
 * الجسر</i>.
 */
record DefiniteNouns(Reading reading, Lexicon lexicon, Tags tags) {

  /** Whether a token behind a noun or an adjective opens a phrase of its own. */
  boolean opensAnother(int token) {
    TokenClass before = tags.of(token - 1);
    TokenClass pos = tags.of(token);
    boolean title = lexicon.titles().of(reading.lower[token - 1]) != null;
    if (title || pos.isProper() || lexicon.isGivenName(reading.lower[token])) {
      return false;
    }
    if (pos.isDefinite() && pos.isCommonNoun()) {
      boolean name = // a surname may look like a definite noun
          before.isProper() && (!tags.of(token - 2).isProper() || endsAtBorder(token));
      return (before.isDefinite() || before.isProper()) && !name;
    }
    boolean other = pos.isCommonNoun() || pos.isAdjective() && !pos.isDefinite();
    return before.isDefinite() && other && !endsAtBorder(token);
  }

  /** Whether nothing but one more word stands before a colon, a mark or the end of the sentence. */
  private boolean endsAtBorder(int token) {
    int next = token + 1;
    return next >= reading.size || !reading.isWord(next);
  }
}
