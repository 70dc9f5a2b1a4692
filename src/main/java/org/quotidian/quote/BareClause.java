package org.quotidian.quote;

/** Decides from part-of-speech tags whether words are a clause, without a word that opens one. */
record BareClause(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {

  boolean hasVerb(int from, int high) {
    for (int i = from; i < high; i++) {
      if (isFinite(i)) {
        return true;
      }
    }
    return false;
  }

  /** Also “voters often end up”: right behind a plural, taggers take it for an infinitive. */
  private boolean isFinite(int token) {
    if (!reading.pos[token].isInfinitive()) {
      return reading.pos[token].isFinite();
    }
    int i = token - 1;
    while (i > 0 && reading.pos[i].isAdverb()) {
      i--;
    }
    return i >= 0 && (reading.pos[i].isPluralNoun() || isNominative(new Phrase(i, i)));
  }

  /** Whether only a subject has this form: he, not it. */
  private boolean isNominative(Phrase subject) {
    Pronoun pronoun = lexicon.pronoun(reading.lower[subject.last()]);
    return subject.first() == subject.last()
        && pronoun != null
        && pronoun.person() != 2
        && pronoun.gender() != Gender.NEUTER;
  }

  /**
   * Whether a clause without “that” begins at a token.
   *
   * @param freely whether words other than a subject may stand first, as after <i>said</i>
   */
  boolean opensAt(int next, int high, boolean freely) {
    Phrase subject = phrases.startingAt(next, high);
    TokenClass pos = reading.pos[next];
    var amountOpening = lexicon.words(WordKind.AMOUNT_OPENING).longestAt(reading.lower, next, high);
    if (amountOpening != null && next + amountOpening.length() < high) {
      return opensAt(next + amountOpening.length(), high, freely); // up to forty houses
    }
    if (pos.isPreposition() && next + 1 < high) {
      boolean amount =
          reading.isListed(WordKind.AMOUNT, next + 1) || reading.pos[next + 1].isNumber();
      return freely && (opensAt(next + 1, high, amount) || behindOccasion(next, high));
    }
    if (subject != null
        && reading.isComma(subject.last() + 1)
        && cues.verbAt(subject.last() + 2) != null
        && !reading.pos[subject.last() + 2].isPastParticiple()) {
      return false; // “any language, said Anna Berg, was”
    }
    if (subject == null || pos.isPresentParticiple()) {
      return freely && mayOpenClause(next) && hasVerb(next, high);
    }
    int verb = phrases.predicateOf(subject, high);
    int last = Math.min(verb, high) - (verb >= high || reading.isComma(verb) ? 1 : 0);
    for (int i = last; i > subject.last() && !reading.isComma(i); i--) {
      if (isFinite(i) && !reading.marked[i]) {
        return true;
      }
    }
    return freely && verb < high && mayGoOn(verb) && hasVerb(verb, high);
  }

  /**
   * “said there were none”, “said neither was true”: words that may open a clause as its subject.
   */
  private boolean mayOpenClause(int token) {
    TokenClass pos = reading.pos[token];
    return pos.isPresentParticiple()
        || pos.isExistential()
        || pos.isNumber()
        || pos.isAdjective()
        || pos.isDeterminer()
        || pos.isPredeterminer()
        || pos.isConjunction() && reading.isListed(WordKind.PAIRED_CONJUNCTION, token);
  }

  /** “in 2010 he would”, “for now, he would”. */
  private boolean behindOccasion(int preposition, int high) {
    Phrase occasion = phrases.startingAt(preposition + 1, high);
    if (occasion == null) {
      return false;
    }
    int next = occasion.last() + 1;
    next = reading.isComma(next) ? next + 1 : next;
    return next < high && opensAt(next, high, false);
  }

  /** “claimed the seat and left”: what was claimed is no clause. */
  private boolean goesOnWithVerb(int token) {
    return token < reading.size && isFinite(token);
  }

  private boolean mayGoOn(int token) {
    TokenClass pos = reading.pos[token];
    return reading.marked[token]
        || pos.isPreposition()
        || pos.isInfinitiveMarker()
        || pos.isConjunction() && !goesOnWithVerb(token + 1)
        || pos.isInterrogative()
        || pos.isPersonalPronoun() // “the letters it received”
        || pos.isVerb();
  }
}
