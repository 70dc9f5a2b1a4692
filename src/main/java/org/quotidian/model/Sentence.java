package org.quotidian.model;

import java.util.List;

/**
 * A sentence, or a line that is treated as one, such as a headline or caption.
 *
 * @param index position in the article, from 0
 * @param paragraph position of its paragraph in {@link Article#paragraphs()}, from 0
 * @param section the section of that paragraph
 * @param start first UTF-16 unit in the article's text
 * @param end one past the last UTF-16 unit
 * @param tokens in text order; empty for a language without a pipeline
 */
public record Sentence(
    int index, int paragraph, Section section, int start, int end, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
