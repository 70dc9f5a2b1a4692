package org.quotidian.nlp.vietnamese.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Span;
import org.quotidian.nlp.vietnamese.ModelInput.Name;

/**
 * A text with what an annotator marked in it, for training. All offsets are UTF-16 units.
 *
 * @param doc the text's key in its corpus
 * @param names in text order, not overlapping
 * @param quotes in the order of the file
 * @param heldOut whether quotes are measured on it, so that nothing about them may be learnt
 */
public record AnnotatedText(
    String doc, String text, List<Name> names, List<Quote> quotes, boolean heldOut) {

  public AnnotatedText {
    names = List.copyOf(names);
    quotes = List.copyOf(quotes);
  }

  /**
   * @param type {@code direct}, {@code mixed}, {@code indirect}, or {@code scare} for words in
   *     quotation marks that nobody said
   * @param mention the words that refer to the speaker; null if there are none
   * @param canonical the speaker's fullest name; empty if unknown
   * @param optional whether careful readers differ
   */
  public record Quote(
      String type, Span span, @Nullable Span mention, String canonical, boolean optional) {}
}
