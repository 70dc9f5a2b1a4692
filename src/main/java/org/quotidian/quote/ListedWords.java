package org.quotidian.quote;

/** The words of an article by their class in the lists of its language. */
record ListedWords(Reading reading, Lexicon lexicon) {

  boolean isAny(WordKind kind, int token, int limit) {
    return token < limit && lexicon.words(kind).longestAt(reading.lower, token, limit) != null;
  }

  /** How many tokens the words of this class take that stand here; 0 for none. */
  int length(WordKind kind, int token, int limit) {
    var match = lexicon.words(kind).longestAt(reading.lower, token, limit);
    return match == null ? 0 : match.length();
  }

  int skip(WordKind kind, int token, int limit) {
    return token + length(kind, token, limit);
  }

  /** Whether a negation stands before a token, or before the adverbs before it. */
  boolean isDenied(int token, int low) {
    for (int i = token - 1; i >= low; i--) {
      if (isAny(WordKind.NEGATION, i, token)) {
        return true;
      }
      if (!onlyAdverbs(i, token)) {
        return false;
      }
    }
    return false;
  }

  /** Whether one of the words means the one who speaks: I, we. */
  boolean isFirstPerson(int first, int limit) {
    for (int i = first; i < limit; i++) {
      var pronoun = lexicon.pronounPhrases().longestAt(reading.lower, i, limit);
      if (pronoun != null && pronoun.value().person() == 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether adverbs, times and brackets are all that stands from one token to another. */
  boolean onlyAdverbs(int from, int limit) {
    int i = from;
    int brackets = 0;
    while (i < limit) {
      if (reading.is(i, "(")) {
        brackets++;
      }
      int skipped =
          Math.max(length(WordKind.BEFORE_VERB, i, limit), length(WordKind.TIME, i, limit));
      if (skipped == 0
          && (brackets > 0
              || Character.isDigit(reading.word[i].codePointAt(0))
              || reading.isAny(i, "/", "-"))) {
        skipped = 1;
      }
      if (reading.is(i, ")")) {
        brackets--;
      }
      if (skipped == 0) {
        return false;
      }
      i += skipped;
    }
    return true;
  }
}
