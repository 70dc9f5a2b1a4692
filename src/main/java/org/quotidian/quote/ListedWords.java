package org.quotidian.quote;

/** Words of a reading by their class in the lists of its language. */
record ListedWords(Reading reading, Lexicon lexicon) {

  boolean isAny(String wordClass, int token, int limit) {
    return token < limit && lexicon.words(wordClass).longestAt(reading.lower, token, limit) != null;
  }

  int skip(String wordClass, int token, int limit) {
    var match = lexicon.words(wordClass).longestAt(reading.lower, token, limit);
    return match == null ? token : token + match.length();
  }
}
