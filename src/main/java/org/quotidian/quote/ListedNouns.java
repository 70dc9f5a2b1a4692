package org.quotidian.quote;

/**
 * Tags as nouns the words for people and bodies that taggers take for verbs or adjectives behind an
 * article, in languages in which many of them are participles: <i>un manifestant</i>, <i>la
 * présidente</i>.
 */
record ListedNouns(Reading reading, Lexicon lexicon) {

  private static final TokenClass NOUN = TokenClass.of(WordClass.NOUN);

  void tag() {
    for (int i = 1; i < reading.size; i++) {
      TokenClass pos = reading.pos[i];
      boolean unlike = pos.isVerb() || pos.isAdjective() || pos.isAdverb();
      if (unlike
          && opensPhrase(i - 1)
          && lexicon.sources().of(reading.lower[i]) != null
          && !(pos.isAdjective() && i + 1 < reading.size && reading.pos[i + 1].isNoun())) {
        reading.pos[i] = NOUN;
      }
    }
  }

  private boolean opensPhrase(int token) {
    return reading.pos[token].isDeterminer()
        || reading.pos[token].isNumber()
        || reading.isListed(WordKind.DEFINITE, token);
  }
}
