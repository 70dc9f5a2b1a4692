package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the subject of a verb across what is said about it between commas, by tags. */
record Appositions(Reading reading, Tags tags, NounPhrases phrases) {

  /** Tokens of a clause about the subject that ends in quotation marks. */
  private static final int ASIDE_REACH = 25;

  /** “Anna Berg, the mayor, said”; “Anna Berg, who leads the council, said”. */
  @Nullable Phrase across(int comma, int low) {
    if (reading.word[comma].equals(")")) {
      Phrase named = phrases.endingAt(comma, low);
      if (named != null) {
        return named;
      }
    }
    int opening = comma - 1;
    while (opening > low && !reading.isComma(opening) && !reading.isDash(opening)) {
      opening--;
    }
    // “Anna Berg, of Ashton, Md., said”: go on to the left while a name stands between commas
    while (opening > low
        && opening < comma
        && tags.of(opening - 1).isProper()
        && !phrases.namesPerson(opening - 1)
        && reading.isComma(previousComma(opening - 1, low))
        && opening - previousComma(opening - 1, low) < 4) {
      opening = previousComma(opening - 1, low);
    }
    if (opening - 2 > low && tags.of(opening - 1).isNumber() && reading.isComma(opening - 2)) {
      opening -= 2; // “Anna Berg, 41, who leads the council, said”
    }
    if (opening - 2 > low && tags.of(opening - 1).isRelativePronoun()) {
      // “Anna Berg, who, after years of silence, said”
      return phrases.endingAt(opening - (reading.isComma(opening - 2) ? 3 : 2), low);
    }
    if (opening - 1 >= low && !reading.marked[opening]) {
      Phrase named = phrases.endingAt(opening - 1, low);
      Phrase between = phrases.endingAt(comma - 1, opening + 1);
      boolean other = // “after the vote in Ohio, Anna Berg, said”
          named != null
              && between != null
              && named.first() > low
              && (tags.of(named.first() - 1).isVerb() || tags.of(named.first() - 1).isPreposition())
              && between.first() == opening + 1
              && reading.namesPerson(between);
      if (named != null && !other && !tags.isTime(named.last())) {
        return phrases.canSpeak(named) ? named : beyondPreposition(named, low);
      }
    }
    return phrases.endingAt(comma - 1, low);
  }

  /** “Anna Berg, in a speech at Ashton, Ohio, said”: not the speech. */
  private Phrase beyondPreposition(Phrase named, int low) {
    int preposition = named.first() - 1;
    boolean aside =
        preposition - 2 >= low
            && tags.of(preposition).isPreposition()
            && reading.isComma(preposition - 1);
    Phrase subject = aside ? phrases.endingAt(preposition - 2, low) : null;
    return subject != null && phrases.canSpeak(subject) ? subject : named;
  }

  private int previousComma(int from, int low) {
    int i = from;
    while (i > low && !reading.isComma(i) && from - i < 5) {
      i--;
    }
    return i;
  }

  /** “Anna Berg, who calls the plan “a mess,” said”: across the clause about her. */
  @Nullable Phrase acrossMarks(int last, int low) {
    int i = last;
    while (i > low
        && last - i < ASIDE_REACH
        && !(tags.of(i).isRelativePronoun() && !reading.marked[i])) {
      i--;
    }
    if (i - 1 > low && tags.of(i).isRelativePronoun() && reading.isComma(i - 1)) {
      return phrases.endingAt(i - 2, low);
    }
    int opening = last;
    while (opening > low && !tags.isFinite(opening) && !isOpening(opening)) {
      opening--;
    }
    return reading.isComma(last - 1) && opening > low && isOpening(opening)
        ? phrases.endingAt(opening - 1, low) // “Anna Berg, host of “Breakfast,” said”
        : null;
  }

  private boolean isOpening(int token) {
    return reading.isComma(token) && !reading.marked[token];
  }

  /** “no mention of Anna Berg, who”: not the mention. */
  @Nullable Phrase nearest(@Nullable Phrase phrase) {
    if (phrase == null || phrases.canSpeak(phrase) || !phrases.namesPerson(phrase.last())) {
      return phrase;
    }
    int first = phrase.last();
    while (first > phrase.first() && !tags.of(first - 1).isLikePreposition()) {
      first--;
    }
    return new Phrase(first, phrase.last());
  }

  /** “Anna Berg, an aide said, was late”: what follows goes on with a small letter. */
  private boolean isInParenthesis(int verb) {
    int next = verb + 2;
    while (next < reading.size && !reading.isWord(next) && reading.marked[next]) {
      next++;
    }
    return reading.isComma(verb + 1)
        && next < reading.size
        && (tags.isAuxiliary(next) || tags.of(next).isFinite());
  }

  /** “Anna Berg, mayor of Ashton said”: without the second comma. */
  Phrase withoutClosingComma(Phrase described, int low, int verb) {
    if (tags.of(described.last()).isPluralNoun() || isInParenthesis(verb)) {
      return described; // “Anna Berg, officials said, was late”
    }
    int i = described.first() - 1;
    if (i > low && tags.of(i).isPresentParticiple()) {
      i--; // “managing director”
    }
    Phrase name = i > low && reading.isComma(i) ? phrases.endingAt(i - 1, low) : null;
    return name != null
            && name.first() == low
            && phrases.namesPerson(name.last())
            && !tags.of(described.last()).isPersonalPronoun()
            && !reading.namesPerson(described)
        ? name
        : described;
  }
}
