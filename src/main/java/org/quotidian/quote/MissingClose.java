package org.quotidian.quote;

import java.util.List;
import org.quotidian.model.Span;

/**
 * Shortens marked words whose closing mark is missing to those before their own reporting clause:
 * <i>“We wait, said Anna Berg.</i> Reads the cues inside the marks too.
 */
record MissingClose(Reading reading, CueRow cues, Phrases phrases) {

  List<MarkedSpan> shortened(List<MarkedSpan> spans) {
    return spans.stream().map(span -> isOpen(span) ? shortened(span) : span).toList();
  }

  static boolean isOpen(MarkedSpan span) {
    return span.outer().end() == span.inner().end();
  }

  private MarkedSpan shortened(MarkedSpan span) {
    int first = reading.tokenAt(span.inner().start());
    int limit = reading.tokenAt(span.inner().end());
    for (int i = first + 1; i + 2 < limit; i++) {
      boolean comma = reading.isComma(i);
      if ((comma || reading.isAny(i, "?", "!")) && reportsAt(i + 1, reading.sentenceEnd(i + 1))) {
        int end = comma ? reading.end[i - 1] : reading.end[i];
        return new MarkedSpan(
            new Span(span.outer().start(), end), new Span(span.inner().start(), end), false);
      }
    }
    return span;
  }

  /** “said Anna Berg”; “Anna Berg said” before a stop or comma. */
  private boolean reportsAt(int token, int high) {
    Cue verb = cues.verbAt(token);
    if (verb != null) {
      Phrase source = phrases.startingAt(verb.last() + 1, high);
      return reading.pos[token].isFinite()
          && !verb.refused()
          && source != null
          && phrases.canSpeak(source);
    }
    Phrase source = phrases.startingAt(token, high);
    Cue after = source == null ? null : cues.verbAt(phrases.predicateOf(source, high));
    return source != null
        && after != null
        && !after.refused()
        && phrases.canSpeak(source)
        && (after.last() + 1 >= high || reading.isAny(after.last() + 1, ",", "."));
  }
}
