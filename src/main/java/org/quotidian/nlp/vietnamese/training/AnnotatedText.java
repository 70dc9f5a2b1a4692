package org.quotidian.nlp.vietnamese.training;

import java.util.List;
import org.quotidian.nlp.vietnamese.ModelInput.Name;

/**
 * A text with the names that an annotator marked in it, for training.
 *
 * @param doc the text's key in its corpus
 * @param names in UTF-16 offsets, in text order, not overlapping
 */
record AnnotatedText(String doc, String text, List<Name> names) {}
