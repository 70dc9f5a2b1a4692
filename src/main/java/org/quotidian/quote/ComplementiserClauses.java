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

  /** Tokens of a description behind a name. */
  private static final int LONGEST_DESCRIPTION = 14;

  ComplementiserClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
  }

  @Override
  List<Content> ofVerb(Cue cue, int low, int high) {
    Phrase source = phrases.subjectBefore(cue, low);
    if (source == null) {
      return List.of();
    }
    Link link = Link.of(source, cue, Rule.CLAUSE);
    int begin = begin(cue, source);
    if (reading.isListed(WordKind.REPORT_OPENING, begin - 1)) {
      Content said = asSaid(begin - 1, cue, low, high, link);
      return said == null ? List.of() : List.of(said);
    }
    int start = starts.of(cue, source, high);
    if (start >= 0) {
      return List.of(new Content(start, contentEnd(cue, start, high), link));
    }
    int comma = commaBefore(begin, low);
    if (comma > low && mayStandApart(cue) && endsPart(cue, source, high)) {
      return List.of(new Content(low, bare.hasVerb(low, comma) ? comma : high, link));
    }
    Content behindColon = behindColon(cue, high, link);
    if (behindColon != null) {
      return List.of(behindColon);
    }
    Content object = object(cue, source, high, link);
    return object == null ? List.of() : List.of(object);
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
    while (begin > 0 && reading.pos[begin - 1].isAdverb() && !reading.marked[begin - 1]) {
      begin--;
    }
    return begin;
  }

  private boolean isTime(int token) {
    return reading.isListed(WordKind.TIME, token);
  }

  private static boolean mayStandApart(Cue cue) {
    return cue.takes(Frame.CLAUSE) || cue.takes(Frame.QUOTE);
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
      if (reading.pos[i].isFinite() || reading.isListed(WordKind.COMPLEMENTISER, i)) {
        return reading.isListed(WordKind.RELATIVE, i);
      }
    }
    return true;
  }

  /** “Le pont est fermé, comme l'a dit Berg”; “Comme l'a dit Berg, le pont est fermé” */
  private @Nullable Content asSaid(int opening, Cue cue, int low, int high, Link link) {
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

  /** “a dénoncé « une stratégie » du maire”: the object of a verb with marked words in it. */
  private @Nullable Content object(Cue cue, Phrase source, int high, Link link) {
    if (!cue.takes(Frame.NAME) && !cue.takes(Frame.QUOTE)) {
      return null;
    }
    int first = cue.last() + 1;
    if (source.first() > cue.last()) {
      first = source.last() + 1;
    }
    while (first < high
        && !reading.marked[first]
        && (reading.pos[first].isAdverb() || isTime(first))) {
      first++;
    }
    boolean marked = false;
    int end = first;
    while (end < high) {
      if (!reading.marked[end]
          && (reading.isAny(end, ",", ";", ":", ".", "(")
              || reading.isDash(end)
              || reading.pos[end].isFinite()
              || cues.at(end) != null && marked
              || reading.pos[end].isConjunction() && end + 1 < high && isVerbNext(end + 1, high))) {
        break;
      }
      marked |= reading.marked[end];
      end++;
    }
    return marked ? new Content(first, end, link) : null;
  }

  private boolean isVerbNext(int from, int high) {
    int i = from;
    while (i < high && (reading.pos[i].isAdverb() || reading.isListed(WordKind.CLITIC, i))) {
      i++;
    }
    return i < high && (cues.at(i) != null || reading.pos[i].isFinite());
  }

  /** “Selon Berg, le pont est fermé”; “Le pont, selon Berg, est fermé”. */
  @Override
  @Nullable Content attributed(Cue cue, int low, int high) {
    if (reading.isListed(WordKind.RELATIVE, cue.last() + 1)) {
      return super.attributed(cue, low, high);
    }
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !isKnown(cue, source)) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int behind = behindDescription(source.last() + 1, high);
    boolean opens = cue.first() <= low + 1 || !bare.hasVerb(low, cue.first()) && opensPart(cue);
    if (opens && cue.first() <= low + 1) {
      return behind < high && bare.hasVerb(behind, high)
          ? new Content(behind, contentEnd(cue, behind, high), link)
          : null;
    }
    boolean ends = !bare.hasVerb(behind, high) || bare.hasVerb(low, cue.first());
    return new Content(low, ends ? cue.first() : high, link);
  }

  private boolean opensPart(Cue cue) {
    return cue.first() > 0 && reading.isComma(cue.first() - 1);
  }

  private boolean isKnown(Cue cue, Phrase source) {
    return cue.takes(Frame.DOCUMENT)
        ? phrases.canSpeak(source) && opensWithComma(source)
        : phrases.canSpeak(source) || phrases.isDocument(source) || cue.last() > cue.first();
  }

  /** “Pour Berg, …”: a preposition with other uses, unless a comma follows. */
  private boolean opensWithComma(Phrase source) {
    return source.last() + 1 < reading.size && reading.isComma(source.last() + 1);
  }

  /** Behind a description of the source between commas. */
  private int behindDescription(int from, int high) {
    if (from >= high || !reading.isComma(from)) {
      int comma = ends.atComma(from - 1, high);
      return comma < high && !bare.hasVerb(from, comma) ? comma + 1 : from;
    }
    int close = ends.atComma(from, high);
    boolean description =
        close < high
            && close - from < LONGEST_DESCRIPTION
            && (!bare.hasVerb(from, close) || reading.isListed(WordKind.RELATIVE, from + 1))
            && bare.hasVerb(close, high);
    return description ? close + 1 : from + 1;
  }
}
