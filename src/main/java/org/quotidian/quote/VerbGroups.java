package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/**
 * Reads auxiliaries, pronouns and adverbs before a reporting verb as one with it: <i>s'est-elle
 * félicitée</i>, <i>a tenu à préciser</i>, <i>ha spiegato</i>.
 */
record VerbGroups(Reading reading, Lexicon lexicon) {

  /** Tokens before the verb. */
  private static final int REACH = 7;

  /** A cue with its group; none if somebody reports about the subject: <i>est accusé</i>. */
  Cue widened(Cue cue) {
    if (!cue.isVerb()) {
      boolean joined = cue.takes(Frame.SOURCE_OPENING) && !opensClause(cue.first());
      return joined ? Cue.none(cue.first(), cue.last()) : cue;
    }
    int low = Math.max(reading.sentenceBegin(cue.first()), cue.first() - REACH);
    int first = cue.first();
    boolean reflexive = reading.isListed(WordKind.REFLEXIVE, cue.first());
    boolean active = false;
    boolean passive = false;
    boolean denied = false;
    TokenClass verb = reading.pos[cue.first()];
    boolean finite = !verb.isInfinitive() && !verb.isPresentParticiple();
    int i = cue.first() - 1;
    while (i >= low && !reading.marked[i]) {
      int support = supportBegin(i, low);
      if (support >= 0) {
        first = support;
        i = support;
        finite = true;
      } else if (!finite) {
        break;
      } else if (isAuxiliary(i)) {
        first = i;
        active |= reading.isListed(WordKind.HAVE, i);
        passive |= !reading.isListed(WordKind.HAVE, i);
      } else if (reading.isListed(WordKind.CLITIC, i) && !reading.pos[i].isPreposition()) {
        first = i;
        reflexive |= reading.isListed(WordKind.REFLEXIVE, i);
      } else if (reading.isListed(WordKind.NEGATION, i)) {
        denied = true;
      } else if (!reading.pos[i].isAdverb() && !isJoinedPronoun(i)) {
        break;
      }
      i--;
    }
    boolean participle = reading.pos[cue.first()].isPastParticiple();
    boolean joins = cue.takes(Frame.REFLEXIVE) && !reflexive;
    if (joins || passive && !reflexive || participle && !active && !reflexive) {
      return Cue.none(cue.first(), cue.last());
    }
    return new Cue(cue.words(), first, cue.last(), cue.refused() || denied);
  }

  /** “Pour Berg, …”, “Mais pour Berg, …”: a preposition that has other uses. */
  private boolean opensClause(int token) {
    int begin = reading.sentenceBegin(token);
    return token == begin || token == begin + 1 && reading.pos[begin].isConjunction();
  }

  /** <i>-t-elle</i> */
  boolean isJoinedPronoun(int token) {
    return token < reading.size
        && reading.word[token].length() > 1
        && Reading.DASHES.contains(reading.word[token].substring(0, 1))
        && (lexicon.pronoun(reading.lower[token]) != null
            || reading.isListed(WordKind.IMPERSONAL, token));
  }

  private boolean isAuxiliary(int token) {
    return reading.pos[token].isAuxiliary() || reading.isListed(WordKind.AUXILIARY, token);
  }

  /** Where words begin that end at a token and support a verb: <i>tient à</i>; -1 without. */
  private int supportBegin(int last, int low) {
    for (int i = Math.max(low, last - 2); i <= last; i++) {
      var match = lexicon.words(WordKind.SUPPORTING_VERB).longestAt(reading.lower, i, last + 1);
      if (match != null && i + match.length() == last + 1) {
        return i;
      }
    }
    return -1;
  }
}
