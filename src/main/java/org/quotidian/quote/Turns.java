package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds the turns of interviews and debates: paragraphs that begin with the speaker's name and a
 * colon, without quotation marks.
 */
final class Turns {

  /** Tokens before the colon: a name and a title. */
  private static final int LONGEST_NAME = 16;

  private static final int SHORTEST = 3;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;

  Turns(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  /** What each speaker says, in text order. */
  List<Content> find() {
    var turns = new ArrayList<Content>();
    int first = 0;
    while (first < reading.size) {
      int limit = first + 1;
      while (limit < reading.size && reading.paragraph[limit] == reading.paragraph[first]) {
        limit++;
      }
      Content turn = reading.body[first] ? in(first, limit) : null;
      if (turn != null) {
        turns.add(turn);
      }
      first = limit;
    }
    return turns;
  }

  private @Nullable Content in(int first, int limit) {
    int colon = colon(first, limit);
    if (colon <= first || limit - colon <= SHORTEST || reading.marked[colon + 1]) {
      return null;
    }
    Phrase speaker = speaker(first, colon);
    return speaker == null
        ? null
        : new Content(
            colon + 1,
            limit,
            new Link(speaker, new Phrase(colon, colon), null, Rule.SOURCE_COLON),
            true);
  }

  /** The colon behind a name; -1 when a verb or the end of a sentence comes first. */
  private int colon(int first, int limit) {
    for (int i = first; i < Math.min(limit, first + LONGEST_NAME); i++) {
      if (reading.is(i, ":")) {
        return i + 1 < limit ? i : -1;
      }
      boolean stop =
          reading.marked[i]
              || cues.at(i) != null
              || reading.isAny(i, "?", "!", ";")
              || reading.tag[i].startsWith("VB")
              || lexicon.words("caption").of(reading.lower[i]) != null;
      if (stop) {
        return -1;
      }
    }
    return -1;
  }

  private @Nullable Phrase speaker(int first, int colon) {
    boolean shouted = colon - first <= 3;
    for (int i = first; i < colon; i++) {
      shouted &=
          reading.word[i].length() > 1
              && reading.word[i].equals(reading.word[i].toUpperCase(java.util.Locale.ROOT))
              && reading.isWord(i);
    }
    if (shouted && !lexicon.tagged()) {
      shouted = lexicon.words("interviewer").longestAt(reading.lower, first, colon) != null;
    }
    if (shouted) {
      return new Phrase(first, colon - 1);
    }
    Phrase phrase = phrases.startingAt(first, colon);
    if (phrase == null) {
      return null;
    }
    boolean titled =
        phrase.last() == colon - 1
            || reading.isComma(phrase.last() + 1)
            || reading.isDash(phrase.last() + 1);
    for (EntityMention name : reading.namesIn(phrase)) {
      if (name.type() == EntityType.PERSON) {
        return titled ? phrase : null;
      }
    }
    return null;
  }
}
