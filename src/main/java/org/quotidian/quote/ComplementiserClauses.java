package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the clauses that cues govern, in languages with part-of-speech tags in which a word opens
 * each clause behind its verb, and what stands before a verb is a statement only if a comma parts
 * the two: <i>Le pont est fermé, a indiqué Anna Berg</i>.
 */
final class ComplementiserClauses extends TaggedClauses {

  /** Tokens between a verb and the colon that announces its words. */
  private static final int COLON_REACH = 14;

  ComplementiserClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
  }

  @Override
  int endByRule(Cue cue, int first, int high) {
    return new ComplementiserEnd(reading, cues, phrases, starts::of).of(cue, first, high);
  }

  @Override
  List<Content> ofVerb(Cue cue, int low, int high) {
    Phrase source = phrases.subjectBefore(cue, low);
    if (source == null || isIntended(cue)) {
      return List.of();
    }
    Link link = Link.of(source, cue, Rule.CLAUSE);
    int begin = begin(cue, source);
    if (reading.isListed(WordKind.REPORT_OPENING, begin - 1)) {
      Content said = asSaid(begin - 1, cue, low, high, link);
      return said == null ? List.of() : List.of(said);
    }
    int start = starts.of(cue, source, high);
    if (start >= 0 && !phrases.canSpeak(source) && reading.pos[start].isInfinitive()) {
      return List.of(); // “la pénurie menace de paralyser le pays”
    }
    if (start >= 0) {
      return List.of(new Content(start, contentEnd(cue, start, high), link));
    }
    int comma = commaBefore(begin, low);
    boolean dropped = source.last() < low && !objectFollows(cue.last() + 1, high);
    boolean inverted = source.last() >= cue.first() || dropped;
    if (comma > low && inverted && mayStandApart(cue, comma) && endsPart(cue, source, high)) {
      return before(comma, cue, source, low, high, link);
    }
    if (comma > low && inverted) {
      return List.of();
    }
    Content behindColon = behindColon(cue, high, link);
    if (behindColon != null) {
      return List.of(behindColon);
    }
    Content object = new ReportedObject(reading, cues, phrases).of(cue, source, high, link);
    return object == null ? List.of() : List.of(object);
  }

  /** “Le pont est fermé, a-t-elle dit”; “Le pont, a-t-elle dit, est fermé”. */
  private List<Content> before(int comma, Cue cue, Phrase source, int low, int high, Link link) {
    if (isOnlyMarked(comma, low)) {
      return List.of();
    }
    int behind = Math.max(cue.last(), source.last()) + 1;
    if (bare.hasVerb(low, comma)) {
      return List.of(new Content(low, comma, link));
    }
    return bare.hasVerb(behind, high) ? List.of(new Content(low, high, link)) : List.of();
  }

  /** Whether what was said before a comma is no more than the marked words there. */
  boolean isOnlyMarked(int comma, int low) {
    int last = reading.marked[comma] ? comma : comma - 1;
    int first = last;
    while (first > low && reading.marked[first]) {
      first--;
    }
    if (first == last) {
      return false;
    }
    boolean stopped =
        reading.isAny(first, "…", ".", ":", ";", "...", "!", "?")
            || reading.word[first].contains("/");
    for (int i = low; i < first && !stopped && reading.isComma(first); i++) {
      stopped = !reading.marked[i] && cues.at(i) != null;
    }
    return stopped;
  }

  /** “faut croire que”: an infinitive that no word joins to what somebody did. */
  private boolean isIntended(Cue cue) {
    int before = cue.first() - 1;
    return reading.pos[cue.first()].isInfinitive()
        && !reading.isListed(WordKind.INFINITIVE_MARKER, before)
        && !reading.isListed(WordKind.PURPOSE, before);
  }

  /** Where the reporting clause begins. */
  private int begin(Cue cue, Phrase source) {
    int begin = cue.first();
    boolean before = source.last() < cue.first();
    for (int i = source.last() + 1; before && i < cue.first(); i++) {
      before = reading.pos[i].isAdverb() || isTime(i);
    }
    if (before) {
      begin = source.first();
    }
    while (begin > 0
        && reading.pos[begin - 1].isAdverb()
        && !reading.marked[begin - 1]
        && !reading.isListed(WordKind.REPORT_OPENING, begin - 1)) {
      begin--;
    }
    return begin;
  }

  /** “…, zanjó un contencioso”: what follows a verb is its object, so that nothing is reported. */
  private boolean objectFollows(int next, int high) {
    return next < high
        && !isTime(next)
        && !isTime(next + 1)
        && phrases.startingAt(next, high) != null;
  }

  private boolean isTime(int token) {
    return reading.isListed(WordKind.TIME, token);
  }

  private boolean mayStandApart(Cue cue, int comma) {
    boolean marked = reading.marked[comma] || reading.marked[comma - 1];
    return (cue.takes(Frame.CLAUSE) || cue.takes(Frame.QUOTE) && marked)
        && bare.hasVerb(cue.first(), cue.last() + 1);
  }

  /** Whether nothing but occasions follows a reporting clause up to a comma or a stop. */
  private boolean endsPart(Cue cue, Phrase source, int high) {
    int from = Math.max(cue.last(), source.last()) + 1;
    for (int i = from; i < high; i++) {
      if (reading.marked[i] || reading.is(i, ":")) {
        return false;
      }
      if (reading.isAny(i, ",", ";", ".") || reading.isDash(i)) {
        return true;
      }
      if (reading.pos[i].isRelativePronoun()) {
        return true;
      }
      if (reading.pos[i].isFinite() || reading.isListed(WordKind.COMPLEMENTISER, i)) {
        return false;
      }
    }
    return true;
  }

  /** “Le pont est fermé, comme l'a dit Berg”; “Comme l'a dit Berg, le pont est fermé” */
  private @Nullable Content asSaid(int last, Cue cue, int low, int high, Link link) {
    int opening = last; // “tal y como”
    while (opening > low
        && (reading.isListed(WordKind.REPORT_OPENING, opening - 1)
            || reading.pos[opening - 1].isConjunction()
                && reading.isListed(WordKind.REPORT_OPENING, opening - 2))) {
      opening--;
    }
    if (opening > low + 1) {
      int comma = commaBefore(opening, low);
      return comma > low && bare.hasVerb(low, comma) ? new Content(low, comma, link) : null;
    }
    int comma = ends.atComma(cue.last(), high);
    return comma + 1 < high && bare.hasVerb(comma, high)
        ? new Content(comma + 1, contentEnd(cue, comma + 1, high), link)
        : null;
  }

  /** “Il précise : le pont est fermé” */
  private @Nullable Content behindColon(Cue cue, int high, Link link) {
    if (!cue.takes(Frame.QUOTE)) {
      return null;
    }
    for (int i = cue.last() + 1; i < Math.min(high, cue.last() + COLON_REACH); i++) {
      if (reading.marked[i] || reading.pos[i].isFinite()) {
        return null;
      }
      if (reading.is(i, ":")) {
        return i + 1 < high && !reading.marked[i + 1] && bare.hasVerb(i, high)
            ? new Content(i + 1, high, link, true)
            : null;
      }
    }
    return null;
  }

  @Override
  @Nullable Content attributed(Cue cue, int low, int high) {
    boolean relative =
        reading.isListed(WordKind.RELATIVE, cue.last() + 1) && !cue.takes(Frame.SOURCE_OPENING);
    return relative
        ? super.attributed(cue, low, high)
        : new AttributedClauses(this, reading, cues, phrases).of(cue, low, high);
  }
}
