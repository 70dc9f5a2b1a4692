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
final class VietnameseText {

  private final VietnameseTokenizer tokenizer;
  private final SentenceRules rules;

  private VietnameseText(VietnameseTokenizer tokenizer, SentenceRules rules) {
    this.tokenizer = tokenizer;
    this.rules = rules;
  }

  static VietnameseText load() {
    Abbreviations abbreviations = Abbreviations.load();
    return new VietnameseText(
        VietnameseTokenizer.load(abbreviations),
        new SentenceRules(abbreviations, CapitalRatios.load()));
  }

  /** The sentences of a paragraph; offsets count from 0 of {@code text}. */
  List<List<Token>> sentences(String text, int start, int end) {
    return rules.split(tokenizer.tokens(text, start, end));
  }

  List<List<Token>> sentences(String text) {
    var sentences = new ArrayList<List<Token>>();
    for (Block block : Block.of(text)) {
      sentences.addAll(sentences(text, block.start(), block.end()));
    }
    return sentences;
  }
}
