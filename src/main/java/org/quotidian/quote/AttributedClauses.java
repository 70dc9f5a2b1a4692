package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds what a source without a verb says, in languages in which it may stand anywhere in the
 * sentence: <i>Le pont, selon Anna Berg, est fermé</i>.
 */
record AttributedClauses(
    ComplementiserClauses clauses, Reading reading, CueRow cues, Phrases phrases) {

  /** Tokens of a description behind a name. */
  private static final int LONGEST_DESCRIPTION = 14;

  /** “Selon Berg, le pont est fermé”; “Le pont, selon Berg, est fermé”. */
  @Nullable Content of(Cue cue, int low, int high) {
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !isKnown(cue, source)) {
      return null;
    }
    Phrase author = author(source, high);
    Link link = Link.of(author, cue, Rule.ATTRIBUTION);
    int behind = behindDescription(author.last() + 1, high);
    boolean behindOccasion =
        !clauses.bare.hasVerb(low, cue.first()) && reading.isComma(cue.first() - 1);
    if (cue.first() <= low + 1 || opensClause(cue.first()) || behindOccasion) {
      return behind < high && clauses.bare.hasVerb(behind, high)
          ? new Content(behind, clauses.contentEnd(cue, behind, high), link)
          : null;
    }
    int comma = clauses.commaBefore(cue.first(), low);
    if (comma > low && clauses.isOnlyMarked(comma, low) || isReported(low, cue.first())) {
      return null;
    }
    boolean more = // “Ils sont, selon Berg, la cible d'attaques”
        !clauses.bare.hasVerb(low, cue.first())
            || behind < high - 1
                && reading.isComma(behind - 1) == comma > low
                && !reading.pos[behind].isConjunction()
                && !(comma > low && phrases.startingAt(behind, high) != null)
                && !reading.pos[behind].isRelativePronoun()
                && !clauses.bare.hasVerb(behind, high);
    return new Content(low, more ? high : cue.first(), link);
  }

  /** “Elle a dit que le pont, selon elle, est fermé”: another cue governs the sentence. */
  private boolean isReported(int low, int limit) {
    for (int i = low; i < limit; i++) {
      Cue verb = reading.marked[i] ? null : cues.verbAt(i);
      if (verb != null && verb.first() == i && !verb.refused()) {
        int start = clauses.starts.of(verb, null, limit);
        if (start >= 0 && start < limit && clauses.endByRule(verb, start, limit + 1) >= limit) {
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
        : phrases.canSpeak(source)
            || phrases.isDocument(source)
            || reading.namesIn(source).size() > 0
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
      int comma = clauses.ends.atComma(from - 1, high);
      return comma < high && !clauses.bare.hasVerb(from, comma) ? comma + 1 : from;
    }
    int close = clauses.ends.atComma(from, high);
    boolean description =
        close < high
            && close - from < LONGEST_DESCRIPTION
            && (!clauses.bare.hasVerb(from, close) || reading.isListed(WordKind.RELATIVE, from + 1))
            && clauses.bare.hasVerb(close, high);
    return description ? close + 1 : from + 1;
  }
}
