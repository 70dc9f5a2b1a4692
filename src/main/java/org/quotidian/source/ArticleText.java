package org.quotidian.source;

import java.util.List;
import org.quotidian.model.Paragraph;

/**
 * The parts of an article that a format reads.
 *
 * @param text see {@link org.quotidian.model.Article#text()}
 * @param title empty when there is none, like author and published
 * @param published ISO 8601, {@code X} for unknown digits
 * @param paragraphs the blocks of {@code text}, in order
 */
record ArticleText(
    String text, String title, String author, String published, List<Paragraph> paragraphs) {

  /** The same text with values from the format's own fields, where they are not empty. */
  ArticleText with(String title, String author, String published) {
    return new ArticleText(
        text,
        title.isEmpty() ? this.title : title,
        author.isEmpty() ? this.author : author,
        published.isEmpty() ? this.published : published,
        paragraphs);
  }
}
