package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the object of a verb with marked words in it, which opens no clause. */
record ReportedObject(Reading reading, CueRow cues, Phrases phrases) {

  /** Tokens between a verb and the marked words that it governs. */
  private static final int CLOSE = 2;

  /** “a dénoncé « une stratégie » du maire”: the object of a verb with marked words in it. */
  @Nullable Content of(Cue cue, Phrase source, int high, Link link) {
    if (!cue.takes(Frame.NAME) && !cue.takes(Frame.QUOTE)) {
      return null;
    }
    int first = cue.last() + 1;
    if (source.first() > cue.last()) {
      first = source.last() + 1;
    }
    while (first < high
        && !reading.marked[first]
        && (reading.pos[first].isAdverb() || reading.isListed(WordKind.TIME, first))) {
      first++;
    }
    if (first < high && reading.pos[first].isPreposition() && !reading.marked[first]) {
      Phrase occasion = phrases.startingAt(first + 1, high);
      int next = occasion == null ? first + 1 : occasion.last() + 1;
      first = next < high && reading.marked[next] ? next : first + 1;
    }
    boolean marked = false;
    boolean relative = false;
    int end = first;
    int words = 0;
    while (end < high) {
      boolean row = reading.isComma(end) && marked && isFragment(end + 1, high);
      if (!reading.marked[end]
          && !row
          && (reading.isAny(end, ",", ";", ":", ".", "(")
              || reading.isDash(end)
              || reading.pos[end].isFinite() && !relative
              || reading.isListed(WordKind.COMPLEMENTISER, end + 1)
                  && reading.pos[end].isPreposition()
              || cues.at(end) != null && marked
              || reading.pos[end].isConjunction() && end + 1 < high && isVerbNext(end + 1, high))) {
        break;
      }
      if (reading.marked[end] && !marked && !cue.takes(Frame.NAME) && end - first > CLOSE) {
        return null;
      }
      boolean title = // “la canción “Lindau””
          reading.marked[end] && !marked && end > first && isTitle(end, high);
      if (title) {
        return null;
      }
      marked |= reading.marked[end];
      relative |= marked && reading.pos[end].isRelativePronoun();
      words += reading.marked[end] && reading.isWord(end) ? 1 : 0;
      end++;
    }
    return words > (cue.takes(Frame.NAME) ? 0 : 1) ? new Content(first, end, link) : null;
  }

  private boolean isTitle(int mark, int high) {
    return mark + 1 < high && reading.isCapitalised(mark + 1);
  }

  /** Whether marked words without a verb begin at a token. */
  private boolean isFragment(int from, int high) {
    int i = from;
    while (i < high && reading.marked[i] && !reading.pos[i].isFinite()) {
      i++;
    }
    return i > from && (i >= high || !reading.marked[i]);
  }

  private boolean isVerbNext(int from, int high) {
    int i = from;
    while (i < high && (reading.pos[i].isAdverb() || reading.isListed(WordKind.CLITIC, i))) {
      i++;
    }
    return i < high && (cues.at(i) != null || reading.pos[i].isFinite());
  }
}
