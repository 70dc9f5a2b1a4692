package org.quotidian.quote;

import java.util.List;

/** Finds the words that cues govern outside quotation marks. How depends on the language. */
abstract class Clauses {

  final Reading reading;
  final Lexicon lexicon;
  final CueRow cues;
  final Phrases phrases;

  Clauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
  }

  /** Contents in text order of their cues; none lies in another. */
  abstract List<Content> find();

  /** Where a content ends that begins at {@code first}, without the full stop before its limit. */
  final int withoutStop(int first, int limit) {
    int end = limit;
    while (end > first
        && !reading.isWord(end - 1)
        && !reading.marked[end - 1]
        && !reading.isAny(end - 1, "%", ")")) {
      end--;
    }
    return end;
  }
}
