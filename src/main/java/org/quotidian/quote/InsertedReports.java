package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.EntityType;
import org.quotidian.model.Span;

/**
 * Parts marked words at the reporting clauses that some newspapers leave between the marks: <i>« Le
 * pont, dit-il, est fermé. »</i>.
 */
record InsertedReports(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {

  /** Tokens of a reporting clause. */
  private static final int LONGEST = 20;

  /** The same spans, without the reporting clauses in them. */
  List<MarkedSpan> parted(List<MarkedSpan> spans) {
    var parted = new ArrayList<MarkedSpan>();
    for (MarkedSpan span : spans) {
      MarkedSpan rest = span;
      int i = reading.tokenAt(rest.inner().start());
      while (i < reading.size && reading.start[i] < rest.inner().end()) {
        int end = reading.isComma(i) ? reportEnd(i + 1, rest.inner().end()) : -1;
        if (end > 0 && reading.start[i] > rest.inner().start()) {
          parted.add(part(rest, rest.inner().start(), reading.end[i - 1], false));
          int from = Math.min(end + 1, reading.size - 1);
          rest = part(rest, reading.start[from], rest.inner().end(), true);
          i = from;
        } else {
          i++;
        }
      }
      if (rest.inner().start() < rest.inner().end()) {
        parted.add(rest);
      }
    }
    return parted;
  }

  private static MarkedSpan part(MarkedSpan whole, int start, int end, boolean last) {
    var inner = new Span(Math.min(start, end), end);
    return last
        ? new MarkedSpan(new Span(inner.start(), whole.outer().end()), inner, whole.goesOn())
        : new MarkedSpan(new Span(whole.outer().start(), end), inner, false);
  }

  /** The comma or stop behind a reporting clause that begins at a token; -1 without one. */
  private int reportEnd(int first, int limit) {
    Cue cue = cues.verbAt(first);
    if (cue == null || cue.first() != first || cue.refused()) {
      return -1;
    }
    Phrase source = phrases.subjectBefore(cue, first);
    if (source == null || source.last() < first || !isThirdPerson(source)) {
      return -1;
    }
    for (int i = Math.max(cue.last(), source.last()) + 1;
        i < Math.min(reading.size, first + LONGEST) && reading.start[i] < limit;
        i++) {
      if (reading.isAny(i, ",", ".", ";")) {
        return i;
      }
      if (reading.pos[i].isFinite() || reading.isQuotationMark(i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isThirdPerson(Phrase source) {
    Pronoun pronoun = lexicon.pronoun(reading.lower[source.first()]);
    return pronoun != null
        ? source.first() == source.last() && pronoun.person() == 3
        : reading.namesIn(source).stream().anyMatch(name -> name.type() == EntityType.PERSON);
  }
}
