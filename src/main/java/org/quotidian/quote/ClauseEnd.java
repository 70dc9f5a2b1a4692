package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/**
 * Decides whether a reported clause begins at a token and where it ends, from part-of-speech tags.
 */
final class ClauseEnd {

  /** Tokens between a verb that names something and the name in marks. */
  private static final int NAME_REACH = 10;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final BareClause bare;

  ClauseEnd(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases, BareClause bare) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.bare = bare;
  }

  /** “her claim that the bridge is safe | surprised the council”: where the main verb follows. */
  int ofNominal(int from, int high) {
    boolean infinitive = reading.isListed(WordKind.INFINITIVE_MARKER, from - 1);
    boolean verb = false;
    for (int i = from; i < high; i++) {
      if (reading.isComma(i) && !reading.marked[i]) {
        return i;
      }
      boolean finite = reading.pos[i].isFinite() && !reading.marked[i];
      if (finite && infinitive && !reading.pos[i - 1].isRelativePronoun()) {
        return i; // “his promise to build a bridge | surprised the council”
      }
      if (finite && verb && !mayBeSubject(i - 1) && !reading.pos[i - 1].isFinite()) {
        return i;
      }
      verb |= finite;
    }
    return high;
  }

  private boolean mayBeSubject(int token) {
    TokenClass pos = reading.pos[token];
    return pos.isNoun()
        || pos.isPersonalPronoun()
        || pos.isPossessivePronoun()
        || pos.isInterrogative()
        || pos.isAdverb()
        || pos.isConjunction()
        || pos.isExistential()
        || pos.isDeterminer()
        || pos.isNumber();
  }

  /** The end of the sentence, or where it goes on with another statement. */
  int of(Cue cue, int first, int high) {
    boolean infinitive =
        reading.pos[first].isInfinitiveMarker()
            || reading.pos[first].isPresentParticiple()
            || cue.takes(Frame.ADDRESSEE_TO)
                && reading.isListed(WordKind.INFINITIVE_MARKER, afterAddressee(first, high));
    for (int i = first + 1; i < high; i++) {
      if (reading.is(i, ":") && isSaidBehind(i + 1, high)) {
        return i;
      }
      boolean closing = isClosing(i, high);
      if (reading.marked[i] && !closing) {
        continue;
      }
      boolean border = closing || reading.isComma(i) || reading.isDash(i) || reading.is(i, ";");
      boolean joint = reading.pos[i].isConjunction();
      if (reading.is(i, ".") && i + 1 < high && reading.marked[i + 1]) {
        return i; // a sentence that the tokenizer has not parted from the marked one behind
      }
      if (!border && !joint) {
        continue;
      }
      int next = i + 1;
      int end = closing ? next : i;
      if (border && isAttributed(next, high)) {
        return end;
      }
      if (border && isAside(first, i, high)) {
        return i;
      }
      if (border
          && next < high
          && (reading.pos[next].isConjunction() || reading.isListed(WordKind.CONCESSION, next))) {
        next++;
      }
      if (next >= high || reading.marked[next]) {
        continue;
      }
      if (infinitive && border && bare.opensAt(next, high, false)
          || reportsAgain(cue, next, high)
          || reportsAnew(
              next, high, border && !reading.pos[first].isPreposition() || bare.hasVerb(first, i))
          || (border || reading.pos[cue.first()].isPresentParticiple())
              && reportsBesides(next, high)
          || infinitive && joint && leavesInfinitive(cue, next, high)) {
        return end;
      }
      if (border
          && next == i + 2
          && reading.isListed(WordKind.CONTRAST, i + 1)
          && bare.opensAt(next, high, !reading.pos[next].isPreposition())) {
        return end;
      }
    }
    return high;
  }

  /** “the town was ready|: “We wait,” she said”: marked words that end in a comma have a verb. */
  private boolean isSaidBehind(int first, int high) {
    int limit = first;
    while (limit < high && reading.marked[limit]) {
      limit++;
    }
    return limit - first > 2 && limit < high && reading.isComma(limit - 2);
  }

  /** “that the bridge is safe|, according to the minutes” */
  private boolean isAttributed(int next, int high) {
    Cue cue = cues.at(next);
    return cue != null
        && cue.isAttribution()
        && !cue.takes(Frame.SOURCE_ITSELF)
        && phrases.startingAt(cue.last() + 1, high) != null;
  }

  /** “… a “mess,”| claiming that”: the comma stands inside the mark. */
  private boolean isClosing(int token, int high) {
    return reading.marked[token]
        && !reading.isWord(token)
        && reading.isComma(token - 1)
        && token + 1 < high
        && !reading.marked[token + 1];
  }

  /**
   * “the bridge is safe – a claim that others deny”, “the bridge is safe, which nobody believes”:
   * whether the writer adds something behind a border. The more commas a clause has, the less can
   * be told from one.
   */
  private boolean isAside(int first, int border, int high) {
    int next = border + 1;
    if (next >= high || !bare.hasVerb(first, border)) {
      return false;
    }
    TokenClass pos = reading.pos[next];
    if (reading.isDash(border)) {
      return (pos.isDeterminer() || reading.isListed(WordKind.CONCESSION, next))
          && !isDashed(next, high);
    }
    if (!reading.isComma(border) || atComma(first, border) < border) {
      return false;
    }
    boolean last = atComma(border, high) == high;
    return pos.isPastTense()
        || last && lexicon.words(WordKind.ASIDE).of(reading.lower[next]) != null
        || reading.isListed(WordKind.CONTRAST, next)
            && next + 1 < high
            && reading.pos[next + 1].isPastTense();
  }

  /** Whether there is a dash outside marks. */
  private boolean isDashed(int from, int high) {
    for (int i = from; i < high; i++) {
      if (reading.isDash(i) && !reading.marked[i]) {
        return true;
      }
    }
    return false;
  }

  /** The first comma outside marks behind {@code first}; {@code high} when there is none. */
  int atComma(int first, int high) {
    for (int i = first + 1; i < high; i++) {
      if (reading.isComma(i) && !reading.marked[i]) {
        return i;
      }
    }
    return high;
  }

  /** “… and suggested that …”: the same speaker goes on. */
  private boolean reportsAgain(Cue cue, int next, int high) {
    int verb = next;
    while (verb < high && reading.pos[verb].isAdverb()) {
      verb++;
    }
    Cue other = cues.verbAt(verb);
    return other != null
        && reading.pos[verb].isFinite()
        && (reading.pos[verb].equals(reading.pos[cue.first()])
            || reading.pos[cue.first()].isPresentParticiple()
            || reading.isListed(WordKind.CONTRAST, next - 1))
        && governs(other, high);
  }

  /** “…, adding that …”. */
  private boolean reportsBesides(int next, int high) {
    Cue other = cues.verbAt(next);
    return other != null && reading.pos[next].isPresentParticiple() && governs(other, high);
  }

  /** “urged them to wait and left”: a finite verb in the tense of the cue is no infinitive. */
  private boolean leavesInfinitive(Cue cue, int next, int high) {
    int verb = next;
    while (verb < high && reading.pos[verb].isAdverb()) {
      verb++;
    }
    return verb < high
        && reading.pos[verb].isFinite()
        && (reading.pos[verb].equals(reading.pos[cue.first()])
            || reading.pos[verb].isPastTense() && reading.pos[cue.first()].isPastParticiple());
  }

  /** “…, but he noted …”: a statement of its own. */
  private boolean reportsAnew(int from, int high, boolean maybeOther) {
    var amount = lexicon.words(WordKind.AMOUNT_OPENING).longestAt(reading.lower, from, high);
    int next = amount == null || from + amount.length() >= high ? from : from + amount.length();
    Phrase subject = phrases.startingAt(next, high);
    if (subject == null || !maybeOther && !reading.pos[next].isPersonalPronoun()) {
      return false;
    }
    int verb = phrases.predicateOf(subject, high);
    Cue other = cues.verbAt(verb);
    return other != null
        && (reading.pos[verb].isFinite() || reading.isListed(WordKind.HAVE, verb - 1))
        && governs(other, high);
  }

  /** “…, Berg answered: “Yes.””; “…, and she added, “Yes.”” */
  private boolean introducesMarks(int next, int high) {
    return (reading.isComma(next) || reading.is(next, ":"))
        && next + 1 < high
        && reading.marked[next + 1];
  }

  /** Behind the one spoken to. */
  int afterAddressee(int next, int high) {
    if (next < high && reading.pos[next].isPersonalPronoun()) {
      return next + 1;
    }
    Phrase addressee = phrases.startingAt(next, high);
    return addressee == null ? next : addressee.last() + 1;
  }

  /** “called him “a fraud”” */
  private boolean marksFollow(int next, int high) {
    for (int i = next; i < Math.min(high, next + NAME_REACH); i++) {
      if (reading.marked[i] || reading.isComma(i) || reading.pos[i].isFinite()) {
        return reading.marked[i];
      }
    }
    return false;
  }

  private boolean governs(Cue other, int high) {
    int next = other.last() + 1;
    if (introducesMarks(next, high)
        || other.takes(Frame.ADDRESSEE) && introducesMarks(afterAddressee(next, high), high)) {
      return true;
    }
    if (other.takes(Frame.ADDRESSEE_OF) || other.takes(Frame.NAME) && marksFollow(next, high)) {
      return true;
    }
    if (other.takes(Frame.ADDRESSEE_TO)
        && reading.isListed(WordKind.INFINITIVE_MARKER, afterAddressee(next, high))) {
      return true;
    }
    if (other.takes(Frame.QUESTION) && reading.isListed(WordKind.QUESTION, next)) {
      return true;
    }
    if (next >= high
        || !(other.takes(Frame.CLAUSE)
            || other.takes(Frame.THAT)
            || other.takes(Frame.ADDRESSEE_TO)
            || other.takes(Frame.TO))) {
      return false;
    }
    return reading.isListed(WordKind.COMPLEMENTISER, next)
        || reading.isListed(WordKind.INFINITIVE_MARKER, next)
        || reading.marked[next]
        || bare.opensAt(next, high, true);
  }
}
