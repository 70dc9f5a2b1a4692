package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds what a verb gives a name in quotation marks: <i>She called the plan “…”</i>. */
record NamedThings(Reading reading, CueRow cues, Phrases phrases, BareClause bare) {

  /** Tokens between a naming verb and the marked name: called the plan of the minister “…”. */
  private static final int NAME_REACH = 15;

  /** She called the plan “…” that nobody wants: the thing, its name and what is said of it. */
  @Nullable Content of(Cue cue, int high, Link link) {
    int next = cue.last() + 1;
    if (!cue.takes(Frame.NAME)
        || next >= high
        || !reading.isWord(next)
        || reading.marked[next]
        || reading.isListed(WordKind.OWN_NAME, next)
        || isAbout(link.source(), cue)) {
      return null;
    }
    int i = reading.isListed(WordKind.NAMED_OPENING, next) ? next + 1 : next;
    int first = i;
    boolean relative = false;
    while (i < high && !reading.marked[i] && i - next < NAME_REACH) {
      if (reading.pos[i].isFinite() && !relative || reading.isAny(i, ",", ";", ":")) {
        return null;
      }
      relative |= reading.pos[i].isRelativePronoun();
      i++;
    }
    if (i >= high || !reading.marked[i] || reading.pos[first].isPreposition()) {
      return null;
    }
    i = behindMarks(i, high);
    Phrase named = phrases.startingAt(i, high); // the “sad” state of the town
    if (named != null && (reading.pos[i].isNoun() || reading.pos[i].isAdjective())) {
      i = named.last() + 1;
    }
    if (i < high && reading.isListed(WordKind.NAME_COMPLEMENT, i)) {
      Phrase more = phrases.startingAt(i + 1, high);
      i = more == null ? i : more.last() + 1;
    }
    return new Content(first, end(i, high), link);
  }

  /** “a loophole called an “inversion””: a participle about the noun before it. */
  private boolean isAbout(Phrase noun, Cue cue) {
    return noun.last() + 1 == cue.first()
        && !reading.pos[noun.last()].isPersonalPronoun()
        && !phrases.canSpeak(noun)
        && !phrases.isDocument(noun);
  }

  /** Behind marked words and those that are listed after them: “a”, “b” and a “c”. */
  private int behindMarks(int from, int high) {
    int end = from;
    int i = from;
    while (i < high && i - end < 4) {
      if (reading.marked[i]) {
        end = i + 1;
      } else if (!reading.isComma(i) && !reading.isListed(WordKind.ENUMERATION, i)) {
        break;
      }
      i++;
    }
    return end;
  }

  /**
   * “called the plan a “mess” that nobody wants | and left”: where what is said of a thing ends.
   *
   * @param from behind the marked words
   */
  private int end(int from, int high) {
    if (reading.isComma(from - 2)) {
      return from; // “a “mess,” a hard word”
    }
    boolean opened = false;
    for (int i = from; i < high; i++) {
      TokenClass pos = reading.pos[i];
      if (reading.marked[i]) {
        continue;
      }
      opened |= pos.isPreposition() || pos.isInterrogative();
      if (!reading.isWord(i) && !reading.isAny(i, "%", "$")
          || pos.isFinite() && !opened
          || pos.isConjunction() && goesOnWithVerb(i + 1, high)) {
        return i;
      }
    }
    return high;
  }

  private boolean goesOnWithVerb(int from, int high) {
    int next = from;
    while (next < high && reading.pos[next].isAdverb()) {
      next++;
    }
    return next < high
        && !reading.marked[next]
        && (reading.pos[next].isFinite()
            || reading.pos[next].isParticiple()
            || cues.verbAt(next) != null
            || bare.opensAt(next, high, false));
  }
}
