package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds where the clause that a verb governs begins, in languages in which a word opens it: <i>a
 * dit mardi à la presse que</i>, <i>a promis de</i>, <i>prometió</i> with an infinitive.
 */
final class ComplementiserStart implements ClauseStart {

  /** Tokens between a verb and the word that opens its clause. */
  private static final int REACH = 25;

  /** Tokens between a verb and an infinitive that somebody else is told. */
  private static final int ADDRESSEE_REACH = 9;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;

  ComplementiserStart(Reading reading, Lexicon lexicon, CueRow cues) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
  }

  @Override
  public int of(Cue cue, @Nullable Phrase source, int high) {
    int from = cue.last() + 1;
    if (source != null && source.first() > cue.last()) {
      from = source.last() + 1;
    }
    int that = that(cue, from, high);
    if (that >= 0) {
      return that;
    }
    int next = from;
    while (next < high
        && reading.pos[next].isAdverb()
        && !reading.marked[next]
        && !reading.isListed(WordKind.NEGATION, next)) {
      next++;
    }
    if (cue.takes(Frame.QUESTION)
        && next < high
        && lexicon.words(WordKind.QUESTION).longestAt(reading.lower, next, high) != null) {
      return next;
    }
    return infinitive(cue, next, high);
  }

  private int that(Cue cue, int from, int high) {
    if (!cue.takes(Frame.CLAUSE) && !cue.takes(Frame.THAT)) {
      return -1;
    }
    boolean comma = false;
    boolean object = false;
    if (from < high
        && (reading.marked[from] || phraseFollows(from) && !cue.takes(Frame.ADDRESSEE))) {
      return -1;
    }
    for (int i = from; i < Math.min(high, cue.last() + REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (reading.isListed(WordKind.COMPLEMENTISER, i) && !compares(i, from)) {
        return i > from
                && (object && !cue.takes(Frame.ADDRESSEE)
                    || isOthers(i)
                    || comma && !reading.isComma(i - 1)
                    || isRelative(i, from))
            ? -1
            : i + 1;
      }
      comma |= reading.isComma(i);
      object |= i > from && !reading.pos[i - 1].isPreposition() && opensObject(i);
      if (reading.pos[i].isFinite() || cues.at(i) != null || reading.isAny(i, ":", ";")) {
        return -1;
      }
    }
    return -1;
  }

  /** “a dit Berg, qui”, “advirtió a las empresas que participan”: about the noun before. */
  private boolean isRelative(int that, int from) {
    if (reading.isComma(that - 1)) {
      return that - 1 == from && !reading.pos[that].isPreposition();
    }
    return that + 1 < reading.size
        && !reading.pos[that].isPreposition()
        && reading.pos[that + 1].isFinite()
        && !reading.marked[that + 1];
  }

  /** “avant que”, “lo que” */
  private boolean isOthers(int that) {
    return reading.isListed(WordKind.SUBORDINATOR, that - 1)
        || reading.isListed(WordKind.DEFINITE, that - 1);
  }

  /** “a présenté un plan que”: a noun's own clause, not the verb's. */
  private boolean phraseFollows(int token) {
    return (reading.pos[token].isNoun() || reading.pos[token].isDeterminer())
        && !reading.isListed(WordKind.TIME, token)
        && !reading.isListed(WordKind.TIME, token + 1);
  }

  /** “a dit dans la nuit | la phrase que”: not the noun of a time or behind its own article. */
  private boolean opensObject(int token) {
    return reading.pos[token].isDeterminer()
        && phraseFollows(token)
        && !reading.isListed(WordKind.BEFORE_TIME, token);
  }

  /** “coûte plus cher que” */
  private boolean compares(int that, int from) {
    for (int i = from; i < that; i++) {
      if (reading.isListed(WordKind.COMPARISON, i)) {
        return true;
      }
    }
    return false;
  }

  private int infinitive(Cue cue, int from, int high) {
    boolean told = cue.takes(Frame.ADDRESSEE_TO);
    if (!told && !cue.takes(Frame.TO)) {
      return -1;
    }
    int limit = told ? Math.min(high, from + ADDRESSEE_REACH) : Math.min(high, from + 1);
    for (int i = from; i < limit; i++) {
      if (reading.marked[i] || reading.isComma(i) || reading.pos[i].isFinite()) {
        return -1;
      }
      boolean marker = reading.isListed(WordKind.INFINITIVE_MARKER, i);
      int verb = behindClitics(marker ? i + 1 : i, high);
      boolean infinitive = verb < high && isInfinitive(verb);
      if (infinitive && (marker || !told)) {
        return marker ? i + 1 : i;
      }
    }
    return -1;
  }

  private int behindClitics(int from, int high) {
    int i = from;
    while (i < high
        && (reading.isListed(WordKind.NEGATION, i) || reading.isListed(WordKind.CLITIC, i))) {
      i++;
    }
    return i;
  }

  private boolean isInfinitive(int token) {
    boolean mark = reading.isQuotationMark(token) && token + 1 < reading.size;
    return reading.pos[mark ? token + 1 : token].isInfinitive();
  }
}
