package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.language.PlainParagraphs;
import org.quotidian.language.PlainParagraphs.PlainParagraph;
import org.quotidian.model.Token;

/**
 * Divides Vietnamese text into sentences of syllables. Immutable and thread-safe.
 *
 * <p>If paragraphs are known, pass one at a time. {@link #sentences(String)} divides plain text as
 * {@link PlainParagraphs} does.
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

  /** The sentences of a paragraph. Offsets are relative to the start of {@code text}. */
  List<List<Token>> sentences(String text, int start, int end) {
    return rules.split(tokenizer.tokens(text, start, end));
  }

  List<List<Token>> sentences(String text) {
    var sentences = new ArrayList<List<Token>>();
    for (PlainParagraph paragraph : PlainParagraphs.of(text)) {
      sentences.addAll(sentences(text, paragraph.start(), paragraph.end()));
    }
    return sentences;
  }
}
