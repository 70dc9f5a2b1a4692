package org.quotidian.model;

import java.util.List;

/**
 * A news article as read from its source, before annotation.
 *
 * @param id 16 hex digits, the same on every machine and in every run; see {@link ArticleId}
 * @param source the file's path relative to the input root, with {@code /}
 * @param record the key of the record in a file that holds several; empty if the file is the
 *     article
 * @param title the headline; empty when there is none
 * @param author as the source names it; empty when unknown
 * @param published ISO 8601 date or time, with {@code X} for unknown digits ({@code XXXX-03-14}, as
 *     TIMEX3 does); empty when unknown
 * @param language BCP 47 code such as {@code vi}; {@code und} before it is known
 * @param text the decoded text in NFC with {@code \n} line ends and no byte order mark
 * @param paragraphs the blocks of {@code text}, in order
 * @param sha256 64 hex digits over the bytes the article was read from
 */
public record Article(
    String id,
    String source,
    String record,
    String title,
    String author,
    String published,
    String language,
    String text,
    List<Paragraph> paragraphs,
    String sha256) {

  /** The language of an article before it is known. */
  public static final String UNDETERMINED = "und"; // ISO 639-2

  public Article {
    paragraphs = List.copyOf(paragraphs);
  }

  /** How many of its characters are lost: bytes of the file are damaged, or were before. */
  public long lost() {
    return text.chars().filter(c -> c == '\uFFFD').count();
  }

  /** The same article, now known to be in {@code language}. */
  public Article inLanguage(String language) {
    return new Article(
        id, source, record, title, author, published, language, text, paragraphs, sha256);
  }

  /** The same article with other paragraphs of the same text. */
  public Article withParagraphs(List<Paragraph> paragraphs) {
    return new Article(
        id, source, record, title, author, published, language, text, paragraphs, sha256);
  }
}
