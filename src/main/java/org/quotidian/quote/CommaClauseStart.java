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
  private final Lexicon lexicon;

  CommaClauseStart(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
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

  private boolean opensClause(Cue cue, int first, int high) {
    boolean that = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    if (reading.isListed(WordKind.COMPLEMENTISER, first)) {
      return that;
    }
    if (reading.isListed(WordKind.QUESTION, first)) {
      return cue.takes(Frame.QUESTION);
    }
    if (reading.isListed(WordKind.SUBORDINATOR, first)
        || reading.isListed(WordKind.REPORT_OPENING, first)
        || reading.isListed(WordKind.RELATIVE, first) && !reading.pos[first].isDeterminer()
        || reading.pos[first].isConjunction()) {
      return false;
    }
    int end = end(first, high);
    boolean infinitive = false;
    boolean finite = false;
    for (int i = first; i < end; i++) {
      infinitive |= reading.isListed(WordKind.INFINITIVE_MARKER, i) && isVerb(i + 1);
      finite |= isVerb(i) && !reading.isListed(WordKind.INFINITIVE_MARKER, i - 1);
    }
    return finite && cue.takes(Frame.CLAUSE)
        || infinitive && (cue.takes(Frame.TO) || cue.takes(Frame.ADDRESSEE_TO));
  }

  private boolean isVerb(int token) {
    return token < reading.size && !reading.marked[token] && reading.pos[token].isFinite();
  }

  private int end(int first, int high) {
    int i = first;
    while (i < high && !(reading.isComma(i) && !reading.marked[i])) {
      i++;
    }
    return i;
  }
}
