package org.quotidian.quote;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.Line.Label;

/** Finds the label before the colon of a line: {@code Anna Berg: …}, {@code PV: …}. */
record LineLabels(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {

  /** Tokens before the colon: a name and a title. */
  private static final int LONGEST_NAME = 16;

  /** A paragraph with its label, if it has one. */
  Line line(int first, int limit) {
    boolean bullet = reading.isDash(first) || reading.isAny(first, "*", "+", "•");
    int start = bullet && first + 1 < limit ? first + 1 : first;
    int colon = colon(start, limit);
    if (colon > start && limit - colon > Turns.SHORTEST && !reading.marked[colon + 1]) {
      Label kind = kind(start, colon);
      Phrase label = kind == Label.NAME ? speaker(start, colon) : new Phrase(start, colon - 1);
      if (label != null && (kind != Label.NAME || isStatement(colon + 1, limit))) {
        return new Line(first, colon + 1, limit, bullet, label, kind);
      }
    }
    boolean dashed = reading.isDash(first) && start > first;
    return new Line(first, start, limit, dashed, null, Label.NONE);
  }

  /** “Tom Reed: second place” is an entry of a list. */
  private boolean isStatement(int first, int limit) {
    if (!lexicon.traits().verbsByTags()) {
      return true;
    }
    for (int i = first; i < limit; i++) {
      if (reading.pos[i].isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** The colon behind a name; -1 when a verb or the end of a sentence comes first. */
  int colon(int first, int limit) {
    for (int i = first; i < Math.min(limit, first + LONGEST_NAME); i++) {
      if (reading.is(i, ":")) {
        return i + 1 < limit ? i : -1;
      }
      boolean stop =
          reading.marked[i]
              || cues.at(i) != null && kind(first, i + 1) == Label.NAME
              || reading.isAny(i, "?", "!", ";")
              || reading.pos[i].isVerb()
              || lexicon.words(WordKind.CAPTION).of(reading.lower[i]) != null;
      if (stop) {
        return -1;
      }
    }
    return -1;
  }

  private Label kind(int first, int colon) {
    return isOf(WordKind.INTERVIEWER, 3, first, colon)
        ? Label.INTERVIEWER
        : isOf(WordKind.QUESTION_LABEL, 0, first, colon)
            ? Label.QUESTION
            : isOf(WordKind.ANSWER_LABEL, 0, first, colon) ? Label.ANSWER : Label.NAME;
  }

  /** Whether a label is a word of this class and at most so many words more: PV Sông Xanh. */
  private boolean isOf(WordKind kind, int more, int first, int colon) {
    var match = lexicon.words(kind).longestAt(reading.lower, first, colon);
    return match != null && colon - first <= match.length() + more;
  }

  private @Nullable Phrase speaker(int first, int colon) {
    boolean shouted = lexicon.traits().capitalLabelsSpeak() && colon - first <= 3;
    for (int i = first; i < colon; i++) {
      shouted &=
          reading.word[i].length() > 1
              && reading.word[i].equals(reading.word[i].toUpperCase(Locale.ROOT))
              && reading.isWord(i);
    }
    if (shouted) {
      return new Phrase(first, colon - 1);
    }
    Phrase phrase = phrases.startingAt(first, colon);
    if (phrase == null) {
      return null;
    }
    return reading.namesPerson(phrase) && reachesColon(phrase, colon) ? phrase : null;
  }

  /** “Anna Berg:”, “Anna Berg, mayor of Ashton:” */
  boolean reachesColon(Phrase speaker, int colon) {
    int next = speaker.last() + 1;
    return next == colon || reading.isComma(next) || reading.isDash(next);
  }
}
