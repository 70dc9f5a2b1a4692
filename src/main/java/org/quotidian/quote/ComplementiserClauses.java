package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;
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

  /** Tokens between a verb and the marked words that it governs. */
  private static final int CLOSE = 2;

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
    boolean inverted = source.last() >= cue.first() || source.last() < low; // or dropped
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
    Content object = object(cue, source, high, link);
    return object == null ? List.of() : List.of(object);
  }

  /** “Le pont est fermé, a-t-elle dit”; “Le pont, a-t-elle dit, est fermé”. */
  private List<Content> before(
      int comma, Cue cue, Phrase source, int low, int high, Link link) {
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
  private boolean isOnlyMarked(int comma, int low) {
    int last = reading.marked[comma] ? comma : comma - 1;
    int first = last;
    while (first > low && reading.marked[first]) {
      first--;
    }
    if (first == last) {
      return false;
    }
    boolean stopped =
        reading.isAny(first, "…", ".", ":", ";", "...", "!", "?") || reading.word[first].contains("/");
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
    if (first < high && reading.pos[first].isPreposition() && !reading.marked[first]) {
      Phrase occasion = phrases.startingAt(first + 1, high);
      int next = occasion == null ? first + 1 : occasion.last() + 1;
      first = next < high && reading.marked[next] ? next : first + 1;
    }
    boolean marked = false;
    boolean relative = false;
    int end = first;
    int words = 0;
    while (end < high) {
      boolean row = reading.isComma(end) && marked && isFragment(end + 1, high);
      if (!reading.marked[end]
          && !row
          && (reading.isAny(end, ",", ";", ":", ".", "(")
              || reading.isDash(end)
              || reading.pos[end].isFinite() && !relative
              || reading.isListed(WordKind.COMPLEMENTISER, end + 1) && reading.pos[end].isPreposition()
              || cues.at(end) != null && marked
              || reading.pos[end].isConjunction() && end + 1 < high && isVerbNext(end + 1, high))) {
        break;
      }
      if (reading.marked[end] && !marked && !cue.takes(Frame.NAME) && end - first > CLOSE) {
        return null;
      }
      boolean title = // “la canción “Lindau””
          reading.marked[end] && !marked && end > first && isTitle(end, high);
      if (title) {
        return null;
      }
      marked |= reading.marked[end];
      relative |= marked && reading.pos[end].isRelativePronoun();
      words += reading.marked[end] && reading.isWord(end) ? 1 : 0;
      end++;
    }
    return words > (cue.takes(Frame.NAME) ? 0 : 1) ? new Content(first, end, link) : null;
  }

  private boolean isTitle(int mark, int high) {
    return mark + 1 < high && reading.isCapitalised(mark + 1);
  }

  /** Whether marked words without a verb begin at a token. */
  private boolean isFragment(int from, int high) {
    int i = from;
    while (i < high && reading.marked[i] && !reading.pos[i].isFinite()) {
      i++;
    }
    return i > from && (i >= high || !reading.marked[i]);
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
    if (reading.isListed(WordKind.RELATIVE, cue.last() + 1) && !cue.takes(Frame.SOURCE_OPENING)) {
      return super.attributed(cue, low, high);
    }
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !isKnown(cue, source)) {
      return null;
    }
    Phrase author = author(source, high);
    Link link = Link.of(author, cue, Rule.ATTRIBUTION);
    int behind = behindDescription(author.last() + 1, high);
    boolean behindOccasion = !bare.hasVerb(low, cue.first()) && reading.isComma(cue.first() - 1);
    if (cue.first() <= low + 1 || opensClause(cue.first()) || behindOccasion) {
      return behind < high && bare.hasVerb(behind, high)
          ? new Content(behind, contentEnd(cue, behind, high), link)
          : null;
    }
    int comma = commaBefore(cue.first(), low);
    if (comma > low && isOnlyMarked(comma, low) || isReported(low, cue.first())) {
      return null;
    }
    boolean more = // “Ils sont, selon Berg, la cible d'attaques”
        !bare.hasVerb(low, cue.first())
            || behind < high - 1
                && reading.isComma(behind - 1) == comma > low
                && !reading.pos[behind].isConjunction()
                && !(comma > low && phrases.startingAt(behind, high) != null)
                && !reading.pos[behind].isRelativePronoun()
                && !bare.hasVerb(behind, high);
    return new Content(low, more ? high : cue.first(), link);
  }

  /** “Elle a dit que le pont, selon elle, est fermé”: another cue governs the sentence. */
  private boolean isReported(int low, int limit) {
    for (int i = low; i < limit; i++) {
      Cue verb = reading.marked[i] ? null : cues.verbAt(i);
      if (verb != null && verb.first() == i && !verb.refused()) {
        int start = starts.of(verb, null, limit);
        if (start >= 0 && start < limit && endByRule(verb, start, limit + 1) >= limit) {
          return true;
        }
      }
    }
    return false;
  }

  /** “según una encuesta hecha por la ciudad”: whoever made a document, or the name of somebody. */
  private Phrase author(Phrase source, int high) {
    int agent = source.last() + 1;
    agent += reading.isListed(WordKind.AGENT, agent) ? 0 : 1;
    boolean made =
        phrases.isDocument(source)
            && agent < high
            && reading.isListed(WordKind.AGENT, agent)
            && (reading.pos[agent - 1].isParticiple() || reading.pos[agent - 1].isAdjective());
    Phrase author = made ? phrases.startingAt(agent + 1, high) : null;
    if (author != null) {
      return author;
    }
    Phrase name = // “selon le maire, Paul Berg, le pont est fermé”
        reading.isComma(source.last() + 1) && !reading.namesPerson(source)
            ? phrases.startingAt(source.last() + 2, high)
            : null;
    boolean apposed =
        name != null
            && reading.pos[name.first()].isProper()
            && reading.namesPerson(name)
            && phrases.isPerson(source)
            && (name.last() + 1 >= high || !reading.isWord(name.last() + 1));
    return apposed && name != null ? name : source;
  }

  /** “mais selon Berg le pont est fermé”, “qui, selon Berg, est fermé” */
  private boolean opensClause(int attribution) {
    int before = attribution - 1;
    if (reading.isComma(before)) {
      before--;
    }
    return reading.pos[before].isConjunction()
        || reading.pos[before].isInterrogative()
        || reading.isListed(WordKind.COMPLEMENTISER, before);
  }

  private boolean isKnown(Cue cue, Phrase source) {
    if (isBracketed(cue.first())) {
      return false;
    }
    return cue.takes(Frame.SOURCE_OPENING)
        ? namesSpeaker(source) && opensWithComma(source) && opensOrJoins(cue.first())
        : phrases.canSpeak(source) || phrases.isDocument(source) || reading.namesIn(source).size() > 0
            || cue.last() > cue.first();
  }

  /** “3.500 (selon la police)”, “(3.500 selon la police)” */
  private boolean isBracketed(int token) {
    for (int i = token - 1; i >= reading.sentenceBegin(token) && !reading.is(i, ")"); i--) {
      if (reading.is(i, "(")) {
        return true;
      }
    }
    return false;
  }

  private boolean opensOrJoins(int token) {
    return token == reading.sentenceBegin(token) || opensClause(token);
  }

  private boolean namesSpeaker(Phrase source) {
    return phrases.canSpeak(source)
        && (source.first() == source.last() && reading.pos[source.first()].isPersonalPronoun()
            || reading.namesPerson(source)
            || reading.pos[source.first()].isProper()
                && reading.namesIn(source).stream()
                    .anyMatch(name -> name.type() == EntityType.ORGANIZATION)
            || phrases.isPerson(source));
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
