package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the clause behind a noun that reports, in languages that part it by a comma: <i>die
 * Forderung der Stadt, die Brücke zu öffnen</i>.
 */
final class CommaNouns {

  /** Tokens between a noun and its clause. */
  private static final int REACH = 14;

  private final Reading reading;
  private final CueRow cues;
  private final Phrases phrases;
  private final CommaParts parts;
  private final CommaClauseStart starts;

  CommaNouns(Reading reading, CueRow cues, Phrases phrases, CommaParts parts) {
    this.reading = reading;
    this.cues = cues;
    this.phrases = phrases;
    this.parts = parts;
    this.starts = new CommaClauseStart(reading);
  }

  /** The clause, and whoever says it; null if no clause follows. */
  @Nullable Content of(Cue cue, int low, int high) {
    int comma = cue.last() + 1;
    while (comma < Math.min(high, cue.last() + REACH)
        && !(reading.isComma(comma) && !reading.marked[comma])) {
      Cue verb = cues.verbAt(comma); // “In dem Bericht heißt es, …”
      boolean governs =
          verb != null && (verb.takes(CueWords.Frame.INSIDE) || verb.takes(CueWords.Frame.CLAUSE));
      if (governs || reading.isAny(comma, ":", ";") || reading.marked[comma]) {
        return null;
      }
      comma++;
    }
    int first = comma + 1;
    if (!reading.isComma(comma)
        || first >= high
        || reading.marked[first]
        || cues.at(first) != null // “den Bericht, wonach …”
        || parts.isRelative(first)
        || !starts.opensClause(cue, first, high)
        || !(opensReport(first) || isSubjunctive(first, high))) {
      return null;
    }
    Phrase source = source(cue, low, comma);
    return source == null
        ? null
        : new Content(first, end(first, high), Link.of(source, cue, Rule.NOUN));
  }

  private boolean opensReport(int first) {
    return reading.isListed(WordKind.COMPLEMENTISER, first);
  }

  /** Whether the clause has an infinitive or a verb in the form for what others say. */
  private boolean isSubjunctive(int first, int high) {
    if (reading.pos[first].isFinite()) {
      return false;
    }
    for (int i = first; i < high && !(reading.isComma(i) && !reading.marked[i]); i++) {
      if (reading.isListed(WordKind.INFINITIVE_MARKER, i)
          || reading.isListed(WordKind.SUBJUNCTIVE, i)) {
        return true;
      }
    }
    return false;
  }

  private int end(int first, int high) {
    int end = parts.beforeMainVerb(first, high);
    for (int i = first; i < end; i++) {
      if (!reading.marked[i]
          && (reading.isAny(i, ";", ":") || reading.isDash(i) && !reading.pos[i].isHyphen())) {
        return i;
      }
    }
    return end;
  }

  /** The owner of the noun, the subject of its clause, or the noun itself. */
  private @Nullable Phrase source(Cue cue, int low, int comma) {
    int next = cue.last() + 1;
    boolean by = reading.isListed(WordKind.AUTHOR, next);
    boolean owned = by || reading.isListed(WordKind.POSSESSION, next);
    Phrase owner = owned ? phrases.startingAt(by ? next + 1 : next, comma) : null;
    if (owner != null && phrases.canSpeak(owner)) {
      return owner;
    }
    int part = parts.begin(cue.first(), low);
    for (int i = part; i < comma; i++) {
      if (reading.pos[i].isFinite() && !reading.marked[i]) {
        Phrase subject = phrases.subjectBefore(Cue.assumedAt(i), low);
        boolean other =
            subject != null
                && phrases.canSpeak(subject)
                && (subject.last() < cue.first() || subject.first() > cue.last());
        if (other) {
          return subject;
        }
      }
    }
    return cue.takes(CueWords.Frame.CLAUSE) ? new Phrase(cue.first(), cue.last()) : null;
  }
}
