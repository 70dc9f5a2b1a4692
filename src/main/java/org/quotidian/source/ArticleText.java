package org.quotidian.source;

import java.util.List;
import org.quotidian.model.Paragraph;

/**
 * What one format makes of an article.
 *
 * @param text as {@link org.quotidian.model.Article#text()}
 * @param title empty when there is none; as author and published
 * @param published ISO 8601, {@code X} for unknown digits
 * @param paragraphs the blocks of {@code text}, in order
 */
record ArticleText(
    String text, String title, String author, String published, List<Paragraph> paragraphs) {

  /** The same with what a format's own fields say, where they say something. */
  ArticleText with(String title, String author, String published) {
    return new ArticleText(
        text,
        title.isEmpty() ? this.title : title,
        author.isEmpty() ? this.author : author,
        published.isEmpty() ? this.published : published,
        paragraphs);
  }
}
