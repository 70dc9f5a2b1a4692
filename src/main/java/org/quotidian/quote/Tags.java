package org.quotidian.quote;

/** Classifies a token by its Penn Treebank tag or the list that contains it. */
final class Tags {

  private final Reading reading;
  private final Lexicon lexicon;

  Tags(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
  }

  String of(int token) {
    return reading.tag[token];
  }

  boolean isNoun(int token) {
    return switch (of(token)) {
      case "NN", "NNS", "NNP", "NNPS" -> true;
      default -> false;
    };
  }

  boolean isProper(int token) {
    return of(token).startsWith("NNP");
  }

  boolean isSubjectPronoun(int token) {
    return of(token).equals("PRP") && lexicon.pronoun(reading.lower[token]) != null;
  }

  boolean isFinite(int token) {
    return !reading.marked[token]
        && switch (of(token)) {
          case "VBD", "VBZ", "VBP", "MD" -> true;
          default -> false;
        };
  }

  boolean isAuxiliary(int token) {
    return of(token).equals("MD") || lexicon.words("auxiliary").of(reading.lower[token]) != null;
  }

  boolean isAdverb(int token) {
    return of(token).startsWith("RB");
  }

  boolean isTime(int token) {
    return lexicon.words("time").of(reading.lower[token]) != null;
  }

  boolean isParticiple(int token) {
    return of(token).equals("VBG") || of(token).equals("VBN");
  }
}
