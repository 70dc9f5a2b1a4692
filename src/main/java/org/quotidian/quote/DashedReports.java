package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.Span;

/**
 * Parts marked words around a report that is inserted between dashes without marks of its own:
 * <i>„A híd – mondta Berg – zárva marad”</i>.
 */
record DashedReports(Reading reading, Lexicon lexicon) {

  /** Tokens between the dashes. */
  private static final int LONGEST = 12;

  /** The same spans, those with inserted reports in parts. */
  List<MarkedSpan> parted(List<MarkedSpan> spans) {
    var parts = new ArrayList<MarkedSpan>();
    spans.forEach(span -> part(span, parts));
    return parts;
  }

  private void part(MarkedSpan whole, List<MarkedSpan> parts) {
    Span outer = whole.outer();
    int from = outer.start();
    int inner = whole.inner().start();
    int limit = reading.tokenAt(whole.inner().end());
    for (int i = reading.tokenAt(inner) + 1; i < Math.min(limit, reading.size); i++) {
      int close = reports(i) ? closing(i, limit) : -1;
      if (close > 0) {
        int end = reading.end[i - 1];
        parts.add(new MarkedSpan(new Span(from, end), new Span(inner, end), false));
        int next = reading.isComma(close + 1) ? close + 2 : close + 1;
        from = reading.start[next];
        inner = from;
        i = next;
      }
    }
    parts.add(
        new MarkedSpan(
            new Span(from, outer.end()), new Span(inner, whole.inner().end()), whole.goesOn()));
  }

  /** Whether a dash stands before a verb that reports marked words. */
  private boolean reports(int dash) {
    int verb = dash + 1;
    var cue =
        reading.isDash(dash) && verb < reading.size
            ? lexicon.cues().longestAt(reading.lower, verb, reading.sentenceEnd(verb))
            : null;
    return cue != null
        && cue.value().kind() == CueWords.Kind.VERB
        && cue.value().takes(CueWords.Frame.QUOTE)
        && reading.pos[verb].isVerb();
  }

  private int closing(int dash, int limit) {
    for (int i = dash + 2; i + 2 < limit && i < dash + LONGEST; i++) {
      if (reading.isDash(i)) {
        return i;
      }
    }
    return -1;
  }
}
