package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds words without quotation marks that a cue and a colon announce: “Ông Hải nói: Đê vỡ rồi.”
 */
final class UnmarkedSpeech {

  /** Sentences of a paragraph in which somebody may go on speaking without marks. */
  private static final int MOST_SENTENCES = 6;

  private final Reading reading;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords words;
  private final ListedClauseStart starts;

  UnmarkedSpeech(
      Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases, ListedClauseStart starts) {
    this.reading = reading;
    this.cues = cues;
    this.phrases = phrases;
    this.words = new ListedWords(reading, lexicon);
    this.starts = starts;
  }

  /** Whether a colon behind the cue announces words without marks. */
  boolean isAnnounced(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && words.isAny(WordKind.AFTER_VERB, next, high)) {
      next = words.skip(WordKind.AFTER_VERB, next, high);
    }
    return cue.takes(Frame.QUOTE)
        && reading.is(next, ":")
        && next + 1 < reading.size
        && reading.paragraph[next + 1] == reading.paragraph[next]
        && !reading.marked[next + 1];
  }

  /** Everything behind the colon up to the end of the paragraph or to words in marks. */
  @Nullable Content behind(Cue cue) {
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    if (source == null) {
      return null;
    }
    int first = cue.last() + 1;
    while (!reading.is(first, ":")) {
      first++;
    }
    return new Content(
        first + 1, speechEnd(first + 1), Link.of(source, cue, Rule.SOURCE_COLON), true);
  }

  /**
   * Where words without marks end that a colon announced: with their paragraph, or before a
   * sentence in which the writer reports again. In a long paragraph, as of texts that have lost
   * their line ends, only sentences in the first person go on.
   */
  private int speechEnd(int first) {
    int paragraphEnd = first;
    int sentences = 0;
    while (paragraphEnd < reading.size
        && reading.paragraph[paragraphEnd] == reading.paragraph[first]) {
      paragraphEnd = reading.sentenceEnd(paragraphEnd);
      sentences++;
    }
    int limit = reading.sentenceEnd(first);
    while (limit < paragraphEnd) {
      int end = reading.sentenceEnd(limit);
      if (reportsAgain(limit, end)
          || sentences > MOST_SENTENCES && !words.isFirstPerson(limit, end)) {
        break;
      }
      limit = end;
    }
    return limit;
  }

  private boolean reportsAgain(int first, int limit) {
    for (int i = first; i < limit; i++) {
      Cue cue = cues.at(i);
      Phrase source = cue == null || !cue.isVerb() ? null : phrases.subjectBefore(cue, first);
      boolean named = source != null && !reading.namesIn(source).isEmpty();
      if (reading.isQuotationMark(i) || cue != null && named && starts.of(cue, limit) > 0) {
        return true;
      }
    }
    return false;
  }
}
