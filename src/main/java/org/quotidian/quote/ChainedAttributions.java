package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds what a source says that stands between two parts of an attribution: 据法新社报道, 在她看来. */
record ChainedAttributions(Reading reading, CueRow cues, Phrases phrases, ListedWords words) {

  /** Tokens from an attribution to the comma behind it. */
  private static final int REACH = 40;

  @Nullable Content of(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    int comma = comma(cue, high);
    Phrase source = source(cue, comma);
    if (comma < 0 || source == null || !stands(cue, low) || isSaidByOthers(comma + 1, high)) {
      return null;
    }
    return new Content(comma + 1, high, Link.of(source, cue, Rule.ATTRIBUTION));
  }

  /** Whether a verb is the second part of an attribution. */
  boolean completes(Cue verb, int low) {
    for (int i = verb.first() - 1; i >= Math.max(low, verb.first() - REACH); i--) {
      Cue cue = cues.at(i);
      if (cue != null && cue.isAttribution()) {
        int high = reading.sentenceEnd(verb.first());
        int comma = comma(cue, high);
        return verb.last() < comma && source(cue, comma) != null;
      }
      if (reading.isAny(i, ",", ":", ";") && !reading.marked[i]) {
        return false;
      }
    }
    return false;
  }

  /** The comma or colon behind an attribution; -1 without. */
  private int comma(Cue cue, int high) {
    for (int i = cue.last() + 1; i < Math.min(high, cue.last() + REACH); i++) {
      if ((reading.isComma(i) || reading.is(i, ":")) && !reading.marked[i]) {
        return i;
      }
    }
    return -1;
  }

  /** Who stands before the word that closes an attribution; null without one. */
  private @Nullable Phrase source(Cue cue, int comma) {
    for (int i = cue.last() + 2; i < comma; i++) {
      boolean closes =
          words.isAny(WordKind.PARTED_CLOSING, i, comma)
              && words.onlyClosing(words.skip(WordKind.PARTED_CLOSING, i, comma), comma);
      if (closes) {
        Phrase source = first(cue.last() + 1, i);
        if (source != null) {
          return source;
        }
      }
    }
    return null;
  }

  private @Nullable Phrase first(int from, int limit) {
    for (int i = from; i < limit; i++) {
      Phrase source = phrases.startingAt(i, limit);
      if (source != null) {
        return source;
      }
      if (reading.isAny(i, ",", ":")) {
        return null;
      }
    }
    return null;
  }

  private boolean stands(Cue cue, int low) {
    int before = cue.first() - 1;
    return before < low
        || !reading.isWord(before)
        || reading.pos[before].isAdverb()
        || reading.pos[before].isConjunction();
  }

  /** “据法新社报道，总理表示，…”: the words are his, the agency only relays them. */
  boolean isSaidByOthers(int first, int high) {
    for (int i = first; i < high && !(reading.isAny(i, ",", ":") && i > first); i++) {
      Cue verb = reading.marked[i] ? null : cues.verbAt(i);
      if (verb != null && !verb.refused()) {
        Phrase subject = phrases.subjectBefore(verb, first);
        int next = words.skip(WordKind.AFTER_VERB, verb.last() + 1, high);
        return subject != null
            && phrases.canSpeak(subject)
            && subject.first() >= first
            && subject.first() < verb.first()
            && next < high
            && (reading.isAny(next, ",", ":") || reading.marked[next]);
      }
    }
    return false;
  }
}
