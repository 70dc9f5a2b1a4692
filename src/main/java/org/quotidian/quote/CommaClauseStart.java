package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds where the clause that a verb governs begins, in languages that part it by a comma: <i>sagte
 * Anna Berg am Montag, die Brücke sei sicher</i>.
 */
final class CommaClauseStart implements ClauseStart {

  /** Tokens between a verb and its clause. */
  private static final int REACH = 45;

  private final Reading reading;
  private final CommaParts parts;

  CommaClauseStart(Reading reading) {
    this.reading = reading;
    this.parts = new CommaParts(reading);
  }

  @Override
  public int of(Cue cue, @Nullable Phrase source, int high) {
    int from = cue.last() + 1;
    if (source != null && source.first() > cue.last()) {
      from = source.last() + 1;
    }
    for (int i = from; i + 1 < Math.min(high, cue.last() + REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (reading.isAny(i, ":", ";") || reading.isDash(i) && !reading.pos[i].isHyphen()) {
        return -1;
      }
      if (reading.isComma(i) && opensClause(cue, i + 1, high)) {
        return i + 1;
      }
    }
    return -1;
  }

  boolean opensClause(Cue cue, int first, int high) {
    boolean that = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    if (reading.isListed(WordKind.COMPLEMENTISER, first)) {
      return that || cue.takes(Frame.QUESTION);
    }
    if (reading.isListed(WordKind.QUESTION, first)) {
      return cue.takes(Frame.QUESTION);
    }
    if (reading.isListed(WordKind.SUBORDINATOR, first)) {
      int main = parts.endOfSubordinate(first, high) + 1; // “sagte, wenn es regne, bleibe sie zu”
      return cue.takes(Frame.CLAUSE) && main < high && isVerb(main);
    }
    boolean adverbial = // “so dass”, “auch wenn”
        reading.pos[first].isAdverb()
            && (reading.isListed(WordKind.SUBORDINATOR, first + 1)
                || reading.isListed(WordKind.COMPLEMENTISER, first + 1));
    if (adverbial
        || reading.isListed(WordKind.REPORT_OPENING, first)
        || reading.isListed(WordKind.ASIDE, first)
        || reading.pos[first].isConjunction()) {
      return false;
    }
    int end = parts.endOfMain(first, high);
    boolean infinitive = false;
    int finite = -1;
    for (int i = first; i < end; i++) {
      boolean marker = reading.isListed(WordKind.INFINITIVE_MARKER, i - 1);
      infinitive |= marker && isVerb(i);
      finite = finite < 0 && isVerb(i) && !marker ? i : finite;
    }
    boolean last = finite < 0 || finite >= end - 2;
    boolean doubtful = // “auf der die Fähre hält”: a clause about the noun before
        reading.pos[first - 2].isNoun()
            && last
            && !reading.isListed(WordKind.SUBJUNCTIVE, finite)
            && (reading.isListed(WordKind.RELATIVE, first)
                || reading.pos[first].isPreposition()
                    && reading.isListed(WordKind.RELATIVE, first + 1));
    boolean aside = doubtful || last && parts.isRelative(first);
    return finite >= 0 && !aside && cue.takes(Frame.CLAUSE)
        || infinitive
            && !parts.isRelative(first)
            && (cue.takes(Frame.TO) || cue.takes(Frame.ADDRESSEE_TO));
  }

  private boolean isVerb(int token) {
    return token < reading.size && !reading.marked[token] && reading.pos[token].isFinite();
  }
}
