package org.quotidian.nlp.vietnamese;

/** The shape of a token, independent of its letters: the most general feature of a word. */
enum WordShape {
  /** {@code ông} */
  LOWER("x"),
  /** {@code Lan} */
  CAPITALIZED("Xx"),
  /** {@code H}, {@code H.} */
  INITIAL("X"),
  /** {@code H.T.P.}, {@code TP.HCM} */
  DOTTED("X.X"),
  /** {@code UBND} */
  CAPITALS("XX"),
  /** {@code YouTube}, {@code iPhone} */
  MIXED("xX"),
  /** {@code U23}, {@code 5G}, {@code Covid-19} */
  LETTERS_AND_DIGITS("x9"),
  /** {@code 2019} */
  DIGITS("9"),
  /** {@code 14/3}, {@code 1.000} */
  NUMBER("9.9"),
  MARK("-");

  private final String code;

  WordShape(String code) {
    this.code = code;
  }

  /** Short and stable, because it is part of feature names in the model. */
  String code() {
    return code;
  }

  /** Whether it can be part of a name, apart from the small words in names. */
  boolean isCapital() {
    return this == CAPITALIZED
        || this == INITIAL
        || this == DOTTED
        || this == CAPITALS
        || this == MIXED;
  }

  static WordShape of(String word) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    int marks = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        lower++;
      } else if (Character.isDigit(c)) {
        digits++;
      } else {
        marks++;
      }
    }
    if (upper + lower == 0) {
      return digits == 0 ? MARK : marks == 0 ? DIGITS : NUMBER;
    }
    if (digits > 0) {
      return LETTERS_AND_DIGITS;
    }
    return ofLetters(word, upper, lower, marks);
  }

  private static WordShape ofLetters(String word, int upper, int lower, int marks) {
    if (upper == 0) {
      return LOWER;
    }
    if (upper == 1 && lower == 0) {
      return INITIAL;
    }
    if (marks > 0 && word.indexOf('.') >= 0) {
      return DOTTED;
    }
    if (lower == 0) {
      return CAPITALS;
    }
    return upper == 1 && Character.isUpperCase(word.charAt(0)) ? CAPITALIZED : MIXED;
  }
}
