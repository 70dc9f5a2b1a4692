package org.quotidian.evaluate;

import java.util.List;
import org.quotidian.model.ArticleRows;

/**
 * What an annotator or a program marked in one document.
 *
 * @param doc name of the document: its file without folder and extension
 * @param language BCP 47 code; empty if the gold file does not give it
 * @param text the text that the offsets refer to; empty if the gold file does not contain it
 * @param groups for which figures of their own are wanted: {@code genre finance}, {@code source
 *     VOV}
 */
public record Annotation(
    String doc,
    String language,
    String text,
    List<Marking> quotes,
    List<Name> names,
    List<String> groups) {

  public Annotation {
    quotes = List.copyOf(quotes);
    names = List.copyOf(names);
    groups = List.copyOf(groups);
  }

  /** A document that belongs to no group. */
  public Annotation(
      String doc, String language, String text, List<Marking> quotes, List<Name> names) {
    this(doc, language, text, quotes, names, List.of());
  }

  /**
   * What the program found in an article.
   *
   * @param doc as the gold names the document
   */
  public static Annotation of(String doc, ArticleRows rows) {
    return new Annotation(
        doc,
        rows.article().language(),
        rows.article().text(),
        rows.quotes().stream().map(Marking::of).toList(),
        rows.entities().stream().map(Name::of).toList());
  }
}
