package org.quotidian.quote;

/**
 * Tags as nouns the words for people and bodies that taggers take for verbs or adjectives behind an
 * article, in languages in which many of them are participles: <i>un manifestant</i>, <i>la
 * présidente</i>.
 */
record ListedNouns(Reading reading, Lexicon lexicon) {

  private static final TokenClass NOUN = TokenClass.of(WordClass.NOUN);

  private static final TokenClass ADJECTIVE = TokenClass.of(WordClass.ADJ);

  void tag() {
    for (int i = 1; i < reading.size; i++) {
      TokenClass pos = reading.pos[i];
      if (isPartOfName(i)) {
        reading.pos[i] = TokenClass.NAME; // “Le Pen”
        continue;
      }
      if (pos.isAdverb()
          && reading.pos[i - 1].isDeterminer()
          && i + 1 < reading.size
          && lexicon.sources().of(reading.lower[i + 1]) != null) {
        reading.pos[i] = ADJECTIVE; // “el entonces presidente”
        continue;
      }
      boolean unlike = pos.isVerb() || pos.isAdjective() || pos.isAdverb();
      if (unlike
          && opensPhrase(i - 1)
          && lexicon.sources().of(reading.lower[i]) != null
          && !(pos.isAdjective() && i + 1 < reading.size && reading.pos[i + 1].isNoun())) {
        reading.pos[i] = NOUN;
      }
    }
  }

  /** An article with a capital inside a sentence, before a name. */
  private boolean isPartOfName(int token) {
    return reading.pos[token].isDeterminer()
        && reading.isCapitalised(token)
        && token > reading.sentenceBegin(token)
        && reading.isWord(token - 1)
        && token + 1 < reading.size
        && reading.pos[token + 1].isProper();
  }

  private boolean opensPhrase(int token) {
    return reading.pos[token].isDeterminer()
        || reading.pos[token].isNumber()
        || reading.isListed(WordKind.DEFINITE, token);
  }
}
