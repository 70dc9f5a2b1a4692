package org.quotidian.quote;

/**
 * A marked span and the tokens it covers.
 *
 * @param first first token, the opening mark
 * @param limit one past the last
 * @param words how many of them are words or numbers
 * @param alone whether they are a sentence of their own
 */
record MarkedWords(MarkedSpan span, int first, int limit, int words, boolean alone) {

  static MarkedWords of(MarkedSpan span, Reading reading) {
    int first = reading.tokenAt(span.outer().start());
    int limit = first;
    while (limit < reading.size && reading.start[limit] < span.outer().end()) {
      limit++;
    }
    int words = reading.wordsIn(first, limit);
    boolean alone =
        words > 0
            && reading.sentenceBegin(first) == first
            && reading.wordsIn(limit, reading.sentenceEnd(limit - 1)) == 0;
    return new MarkedWords(span, first, limit, words, alone);
  }
}
