package org.quotidian.nlp.vietnamese;

import java.util.List;

/**
 * A text with the names that an annotator marked in it, for training.
 *
 * @param doc the text's key in its corpus
 * @param names in UTF-16 offsets, in text order, not overlapping
 */
record AnnotatedText(String doc, String text, List<Name> names) {

  /** A name in a text. */
  record Name(int start, int end, String type) {}
}
