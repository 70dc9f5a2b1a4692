package org.quotidian.quote;

import java.util.List;

/** The words of an article by their kind in the lists of its language. */
record ListedWords(Reading reading, Lexicon lexicon) {

  /** Words of these kinds open a sentence with a capital and are no names. */
  private static final List<WordKind> OPENING =
      List.of(
          WordKind.OPENER,
          WordKind.SUBORDINATOR,
          WordKind.ADDRESSEE_MARK,
          WordKind.NEGATION,
          WordKind.TIME,
          WordKind.ADVERBIAL);

  boolean isAny(WordKind kind, int token, int limit) {
    return token < limit && lexicon.words(kind).longestAt(reading.lower, token, limit) != null;
  }

  /** Whether a word stands here that is no name although it has a capital. */
  boolean opensSentence(int token, int limit) {
    return OPENING.stream().anyMatch(kind -> isAny(kind, token, limit));
  }

  /** How many tokens the words of this kind take that stand here; 0 for none. */
  int length(WordKind kind, int token, int limit) {
    var match = lexicon.words(kind).longestAt(reading.lower, token, limit);
    return match == null ? 0 : match.length();
  }

  int skip(WordKind kind, int token, int limit) {
    return token + length(kind, token, limit);
  }

  /** Whether words that close an attribution are all that stands from one token to another. */
  boolean onlyClosing(int from, int limit) {
    int i = from;
    while (i < limit && isAny(WordKind.PARTED_CLOSING, i, limit)) {
      i = skip(WordKind.PARTED_CLOSING, i, limit);
    }
    return i >= limit;
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
