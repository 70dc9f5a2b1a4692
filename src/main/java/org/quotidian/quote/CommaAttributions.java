package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds what a source without a verb says, in languages that part each clause by a comma and in
 * which the source stands anywhere in it: <i>Die Brücke ist laut Anna Berg sicher</i>.
 */
record CommaAttributions(Reading reading, Phrases phrases, CommaParts parts) {

  /** Tokens between a cue that opens a sentence and the verb behind its source. */
  private static final int REACH = 30;

  /**
   * The rest of the sentence behind a source that opens it, the clause in which it stands, or the
   * whole sentence.
   */
  @Nullable Content of(Cue cue, int low, int high) {
    Phrase source = source(cue, low, high);
    if (source == null) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int first = Math.min(source.first(), cue.first());
    int behind = Math.max(source.last(), cue.last()) + 1;
    int part = parts.begin(first, low);
    boolean ownPronoun = isRelative(source.first()) || cue.takes(Frame.SOURCE_ITSELF);
    if (part > low && ownPronoun && first - part <= 1) {
      return new Content(behind, parts.beforeMainVerb(behind, high), link);
    }
    if (part > low && parts.isSubordinate(part, low)) {
      return new Content(part, parts.endOfSubordinate(behind, high), link);
    }
    boolean opens = first <= low + 1 && reading.isWord(cue.first());
    if (opens || reading.isAny(first - 1, ":", ";")) {
      int verb = verbBehind(cue, high);
      boolean atOnce = cue.takes(Frame.SOURCE_BEFORE) && !reading.isComma(behind);
      return new Content(verb < 0 || atOnce ? behind : Math.max(behind, verb), high, link);
    }
    boolean aside = !reading.isWord(cue.first()) || !reading.isWord(first - 1);
    return new Content(low, aside && !goesOn(behind, high) ? first : high, link);
  }

  /** “Die Brücke sei, so Berg, noch sicher”: the statement goes on behind its source. */
  private boolean goesOn(int behind, int high) {
    int next = behind;
    while (next < high && reading.pos[next].isAdverb()) {
      next++;
    }
    boolean border = reading.isComma(next) || reading.isDash(next);
    boolean apposition = next + 1 < high && phrases.startingAt(next + 1, high) != null;
    return border
        && next + 2 < high
        && !isRelative(next + 1)
        && (parts.hasVerb(next + 1, high) || !apposition);
  }

  private @Nullable Phrase source(Cue cue, int low, int high) {
    int next = cue.last() + 1;
    if (cue.takes(Frame.SOURCE_ITSELF)) {
      return new Phrase(cue.first(), cue.last());
    }
    if (cue.takes(Frame.SOURCE_BEFORE)) {
      return isRelative(cue.first() - 1)
          ? new Phrase(cue.first() - 1, cue.first() - 1)
          : withPlace(phrases.subjectBefore(cue, low), cue, low);
    }
    if (next < high && isRelative(next) && !reading.pos[next].isDeterminer()) {
      return cue.takes(Frame.DOCUMENT) && !isAboutDocument(cue, low)
          ? null
          : new Phrase(next, next);
    }
    if (cue.takes(Frame.DOCUMENT)) {
      return document(cue, low, high);
    }
    Phrase source = phrases.startingAt(next, high);
    if (reading.isWord(cue.first())) {
      if (source != null) {
        return source;
      }
      return reading.pos[cue.last()].isNoun() // “nach Angaben aus Lindau”
          ? new Phrase(cue.last(), cue.last())
          : farther(next, high);
    }
    boolean known = source != null && (phrases.canSpeak(source) || phrases.isDocument(source));
    return known ? source : null;
  }

  /** “ein Bericht, nach dem”: not “der Abend, nach dem”. */
  private boolean isAboutDocument(Cue cue, int low) {
    int comma = cue.first() - 1;
    Phrase noun =
        comma > low && reading.isComma(comma)
            ? phrases.subjectBefore(new Cue(cue.words(), comma, comma, false), low)
            : null;
    return noun != null && phrases.isDocument(noun);
  }

  /** “nach einem Bericht”, “ihrer Meinung nach” */
  private @Nullable Phrase document(Cue cue, int low, int high) {
    Phrase behind = phrases.startingAt(cue.last() + 1, high);
    if (behind == null) {
      behind = farther(cue.last() + 1, high);
    }
    if (behind != null && phrases.isDocument(behind)) {
      return reading.isListed(WordKind.TIME, cue.first() - 1) ? null : behind;
    }
    if (behind != null && reading.pos[behind.first()].isDeterminer()) {
      return null; // “der Wunsch nach einem Hafen”
    }
    Phrase before = phrases.subjectBefore(cue, low);
    return before != null && phrases.isDocument(before) ? before : null;
  }

  /** “einer am Dienstag | veröffentlichten Mitteilung der Stadt”: an article far from its noun. */
  private @Nullable Phrase farther(int from, int high) {
    if (from >= high || !reading.pos[from].isDeterminer()) {
      return null;
    }
    for (int i = from + 1; i < high && !reading.pos[i].isFinite(); i++) {
      Phrase phrase = reading.pos[i].isAdjective() ? phrases.startingAt(i, high) : null;
      if (phrase != null && (phrases.canSpeak(phrase) || phrases.isDocument(phrase))) {
        return phrase;
      }
    }
    return null;
  }

  /** “den Behörden in Lindau zufolge”: not the town. */
  private @Nullable Phrase withPlace(@Nullable Phrase place, Cue cue, int low) {
    if (place == null || !reading.pos[Math.max(low, place.first() - 1)].isPreposition()) {
      return place;
    }
    int before = place.first() - 1;
    Phrase body = phrases.subjectBefore(new Cue(cue.words(), before, before, false), low);
    return body != null && (phrases.canSpeak(body) || phrases.isDocument(body))
        ? new Phrase(body.first(), place.last())
        : place;
  }

  /**
   * “Laut Berg, die dort wohnt, | ist die Brücke sicher”: the verb behind what opens a sentence.
   */
  private int verbBehind(Cue cue, int high) {
    boolean comma = false;
    for (int i = cue.last() + 1; i < Math.min(high, cue.last() + REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (reading.pos[i].isFinite() && (!comma || reading.isComma(i - 1))) {
        return i;
      }
      comma |= reading.isComma(i);
    }
    return -1;
  }

  private boolean isRelative(int token) {
    return parts.isRelative(token);
  }
}
