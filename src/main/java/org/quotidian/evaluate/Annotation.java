package org.quotidian.evaluate;

import java.util.List;

/**
 * What an annotator or a program marked in one document.
 *
 * @param doc name of the document: its file without folder and extension
 * @param language BCP 47 code; empty if the gold file does not give it
 * @param text the text that the offsets refer to; empty if the gold file does not contain it
 */
public record Annotation(
    String doc, String language, String text, List<Marking> quotes, List<Name> names) {

  public Annotation {
    quotes = List.copyOf(quotes);
    names = List.copyOf(names);
  }
}
