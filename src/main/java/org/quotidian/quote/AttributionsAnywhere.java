package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds what sources without a verb say, in languages in which they stand anywhere in the sentence
 * without a comma: <i>Die Brücke ist laut Anna Berg sicher</i>.
 */
record AttributionsAnywhere(Reading reading, Phrases phrases) {

  /** The rest of the sentence behind a source that opens it; otherwise the whole sentence. */
  @Nullable Content of(Cue cue, int low, int high) {
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
}
