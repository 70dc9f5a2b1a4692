package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.Token;

/**
 * Cuts Vietnamese text into sentences of syllables. Immutable, for any number of threads.
 *
 * <p>Where paragraphs are known, ask for one at a time; {@link #sentences(String)} takes every line
 * for one, unless the text looks as if its lines were broken at a width.
 */
final class VietnameseSentences {

  private final VietnameseTokenizer tokenizer;
  private final SentenceRules rules;

  private VietnameseSentences(VietnameseTokenizer tokenizer, SentenceRules rules) {
    this.tokenizer = tokenizer;
    this.rules = rules;
  }

  static VietnameseSentences load() {
    Abbreviations abbreviations = Abbreviations.load();
    return new VietnameseSentences(
        VietnameseTokenizer.load(abbreviations),
        new SentenceRules(abbreviations, CapitalRatios.load()));
  }

  /** The sentences of a paragraph; offsets count from 0 of {@code text}. */
  List<List<Token>> sentences(String text, int start, int end) {
    return rules.split(tokenizer.tokens(text, start, end));
  }

  List<List<Token>> sentences(String text) {
    var sentences = new ArrayList<List<Token>>();
    for (UnwrappedLine line : UnwrappedLine.of(text)) {
      sentences.addAll(sentences(text, line.start(), line.end()));
    }
    return sentences;
  }
}
