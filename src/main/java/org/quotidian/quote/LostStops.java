package org.quotidian.quote;

/**
 * Finds sentences that begin behind a lost line end, as in pages whose captions and headings run
 * into the text: “(Ảnh: Sông Xanh) Theo ông Hải …”. Only for languages in which capitals mean
 * names.
 */
final class LostStops {

  private LostStops() {}

  /** Whether a sentence begins at a token inside what was taken for a sentence. */
  static boolean isBefore(int token, Reading reading, Lexicon lexicon) {
    if (!reading.body[token]
        || !reading.isCapitalised(token)
        || reading.name[token] != null
        || token + 1 >= reading.size
        || !reading.isWord(token - 1) && !reading.is(token - 1, ")")) {
      return false;
    }
    boolean titled = reading.isCapitalised(token + 1) && reading.name[token + 1] == null;
    return !titled && new ListedWords(reading, lexicon).opensSentence(token, reading.size);
  }
}
