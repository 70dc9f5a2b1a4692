package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds where the clause that a cue governs begins, in languages with part-of-speech tags. */
final class TaggedClauseStart {

  /** Tokens between a verb and its “that”: said in a statement that. */
  private static final int THAT_REACH = 15;

  /** Tokens; marked words that open a clause are not longer. */
  private static final int LONGEST_OPENING = 15;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final BareClause bare;
  private final ClauseEnd ends;
  private final @Nullable ClauseStart shown;

  TaggedClauseStart(
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      Phrases phrases,
      BareClause bare,
      ClauseEnd ends) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.bare = bare;
    this.ends = ends;
    this.shown = ClauseStart.shown(reading, lexicon, cues);
  }

  /** Where the clause begins that a cue of this source governs; -1 when it governs none. */
  int of(Cue cue, @Nullable Phrase source, int high) {
    return shown == null ? of(cue, high) : shown.of(cue, source, high);
  }

  private int of(Cue cue, int high) {
    int next = afterTimes(cue.last() + 1, high);
    if (cue.takes(Frame.CLAUSE) && isAuxiliaryAt(next, high)) {
      return next;
    }
    if (cue.takes(Frame.ADDRESSEE_OF) && saysWhatWasDone(next, high)) {
      return next;
    }
    boolean mayBeAddressed = cue.takes(Frame.ADDRESSEE) || cue.takes(Frame.ADDRESSEE_TO);
    int after = mayBeAddressed ? afterTimes(ends.afterAddressee(next, high), high) : next;
    if (after > next && opensClause(cue, after, high)) {
      return pos(after).isInfinitiveMarker() ? next : after;
    }
    int behind = behindMedium(next, high);
    if (behind > next && cue.takes(Frame.CLAUSE) && opensClause(cue, behind, high)) {
      return behind;
    }
    boolean governs = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    boolean far = cue.takes(Frame.ADDRESSEE) || next < high && !phraseOpens(next);
    int later = governs && !isBase(cue) ? laterThat(next, high, far) : -1;
    if (cue.takes(Frame.ADDRESSEE) && later >= 0) {
      return later;
    }
    return opensClause(cue, next, high) ? next : later;
  }

  /** “regretted the law that she had made”: a noun's own clause, not the verb's. */
  private boolean phraseOpens(int next) {
    return pos(next).isNoun() || pos(next).isDeterminer() || pos(next).isPossessivePronoun();
  }

  /** “repeated the claim that” */
  private boolean isReport(int token) {
    Cue noun = cues.at(token);
    return noun != null && noun.words().kind() == CueWords.Kind.NOUN;
  }

  private boolean isBase(Cue cue) {
    return pos(cue.first()).isInfinitive()
        && !reading.isComma(cue.first() - 1) // “critics, like Berg, say”
        && !supported(cue);
  }

  /** Behind “in a statement”, “on Twitter”; where it stands if nothing of the kind does. */
  int behindMedium(int next, int high) {
    Phrase medium =
        next + 1 < high && pos(next).isPreposition() ? phrases.startingAt(next + 1, high) : null;
    if (medium == null
        || !reading.isListed(WordKind.STATEMENT, medium.last())
            && !(medium.last() + 1 < high
                && (isComplementiser(medium.last() + 1, high)
                    || pos(medium.last() + 1).isPersonalPronoun()))) {
      return next;
    }
    return afterTimes(medium.last() + 1, high);
  }

  /** “accused the council of wasting money” */
  private boolean saysWhatWasDone(int next, int high) {
    for (int i = next + 1; i + 1 < Math.min(high, next + THAT_REACH); i++) {
      if (reading.isListed(WordKind.DEED_PREPOSITION, i)
          && !pos(i + 1).isProper()
          && !reading.marked[i]) {
        return true;
      }
      if (reading.isComma(i) && pos(i + 1).isRelativePronoun()) {
        i = ends.atComma(i + 1, high); // “accused Reed, who was there, of stealing”
      } else if (pos(i).isFinite()) {
        return false;
      }
    }
    return false;
  }

  /**
   * “officials who, she said, …”; “the bridge that she said is safe”: the subject stands before.
   */
  private boolean isAuxiliaryAt(int token, int high) {
    return token < high
        && pos(token).isFinite()
        && !reading.marked[token]
        && lexicon.words(WordKind.AUXILIARY).of(reading.lower[token]) != null;
  }

  /** “said in a statement that”, “told a crowd in Ashton that”. */
  int laterThat(int next, int high, boolean mayStandFar) {
    for (int i = next; i < Math.min(high, next + THAT_REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (isComplementiser(i, high)) {
        return mayStandFar || isReport(i - 1) ? i : -1;
      }
      if (pos(i).isFinite() || cues.verbAt(i) != null || reading.isAny(i, ";", ":")) {
        return -1;
      }
    }
    return -1;
  }

  /** “that” before a clause, which taggers may take for a relative pronoun. */
  private boolean isComplementiser(int token, int high) {
    return reading.isListed(WordKind.COMPLEMENTISER, token)
        && (pos(token).isPreposition() && !(token + 1 < high && pos(token + 1).isFinite())
            || pos(token).isRelativeDeterminer() && token + 1 < high && !pos(token + 1).isVerb());
  }

  private boolean opensClause(Cue cue, int next, int high) {
    if (next >= high) {
      return false;
    }
    TokenClass pos = pos(next);
    boolean base = isBase(cue);
    if (reading.isListed(WordKind.COMPLEMENTISER, next) && !pos.isDeterminer()) {
      return !base && (cue.takes(Frame.THAT) || cue.takes(Frame.CLAUSE));
    }
    boolean doing = // “proposed closing the bridge”
        (cue.takes(Frame.THAT) || cue.takes(Frame.ADDRESSEE_TO)) && !base;
    if (doing
        && pos.isPresentParticiple()
        && next == afterTimes(cue.last() + 1, high)
        && cues.verbAt(next) == null) {
      return true;
    }
    if (pos.isInfinitiveMarker()) {
      return !base && (cue.takes(Frame.TO) || cue.takes(Frame.ADDRESSEE_TO));
    }
    if (lexicon.words(WordKind.QUESTION).of(reading.lower[next]) != null
        && (pos.isInterrogative() || pos.isPreposition())) {
      return !base && cue.takes(Frame.QUESTION);
    }
    boolean mayBeBare = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    if (!mayBeBare
        || base
        || lexicon.words(WordKind.SUBORDINATOR).of(reading.lower[next]) != null) {
      return false;
    }
    if (reading.marked[next]) {
      return cue.takes(Frame.CLAUSE) && goesOnUnmarked(next, high);
    }
    return bare.opensAt(next, high, cue.takes(Frame.CLAUSE));
  }

  /** “appeared to suggest”, “did say”: something was said all the same. */
  private boolean supported(Cue cue) {
    int i = cue.first() - 1;
    while (i > 0 && pos(i).isAdverb()) {
      i--;
    }
    if (i > 0 && pos(i).isInfinitiveMarker()) {
      int verb = i > 1 && pos(i - 1).isLikePreposition() ? i - 2 : i - 1; // “went on to say”
      return pos(verb).isVerb() && !pos(verb).isInfinitive() || isOccasion(i, verb);
    }
    return i >= 0 && reading.isListed(WordKind.SUPPORTING_VERB, i);
  }

  /** “took to the stage to say”, “went out of her way to say”: what was done in order to say it. */
  private boolean isOccasion(int marker, int last) {
    boolean preposition = false;
    for (int i = last; i > Math.max(0, marker - 8) && !reading.isComma(i); i--) {
      if (pos(i).isVerb()) {
        return preposition && pos(i).isPastTense() && cues.verbAt(i) == null;
      }
      preposition |= pos(i).isLikePreposition();
    }
    return false;
  }

  /** She said “clear rules” and patience would help. */
  private boolean goesOnUnmarked(int next, int high) {
    int i = next;
    while (i < high && reading.marked[i]) {
      i++;
    }
    return i < high && reading.isWord(i) && bare.hasVerb(i, high) && i - next < LONGEST_OPENING;
  }

  int afterTimes(int from, int high) {
    int next = from;
    while (next < high
        && (pos(next).isAdverb()
            || isTime(next)
                && !(next + 1 < high
                    && (pos(next + 1).isPossessiveMarker() || pos(next + 1).isFinite()))
            || reading.isListed(WordKind.DAY_PREPOSITION, next) && isTime(next + 1))) {
      next++;
    }
    return next;
  }

  boolean isTime(int token) {
    return token < reading.size && lexicon.words(WordKind.TIME).of(reading.lower[token]) != null;
  }

  private TokenClass pos(int token) {
    return reading.pos[token];
  }
}
