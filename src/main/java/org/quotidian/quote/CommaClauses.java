package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the clauses that cues govern, in languages with part-of-speech tags that part each clause
 * by a comma, and in which a source without a verb stands anywhere in the sentence: <i>Die Brücke
 * ist laut Anna Berg sicher</i>.
 */
final class CommaClauses extends TaggedClauses {

  CommaClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
  }

  /** The rest of the sentence behind a source that opens it; otherwise the whole sentence. */
  @Override
  @Nullable Content attributed(Cue cue, int low, int high) {
    Phrase source = source(cue, low, high);
    if (source == null) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int first = Math.min(source.first(), cue.first());
    if (first <= low + 1) {
      return new Content(Math.max(source.last(), cue.last()) + 1, high, link);
    }
    boolean aside =
        reading.isComma(first) || reading.isComma(first - 1) || reading.marked[first - 1];
    return new Content(low, aside ? first : high, link);
  }

  private @Nullable Phrase source(Cue cue, int low, int high) {
    if (cue.takes(Frame.SOURCE_BEFORE)) {
      return phrases.subjectBefore(cue, low);
    }
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null) {
      return null;
    }
    boolean known =
        cue.takes(Frame.DOCUMENT)
            ? phrases.isDocument(source)
            : !reading.isComma(cue.first()) || phrases.canSpeak(source);
    return known ? source : null;
  }

  /** “…, kündigte die Stadt an.”: the clause stands before its verb. */
  @Override
  @Nullable Content withoutClauseBehind(Cue cue, Link link, int low, int high) {
    int comma = commaBefore(cue.first(), low);
    return comma > low
            && link.source().first() > cue.last()
            && cue.takes(Frame.CLAUSE)
            && !reading.isListed(WordKind.SUBORDINATOR, low)
            && !reading.isListed(WordKind.REPORT_OPENING, low)
            && bare.hasVerb(low, comma)
        ? new Content(low, comma, link)
        : null;
  }
}
