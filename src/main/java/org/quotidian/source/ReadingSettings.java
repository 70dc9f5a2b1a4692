package org.quotidian.source;

/**
 * How a job has its articles found and read. {@link SourceFinder} and {@link ArticleReader} of one
 * job have the same: what is read with other settings has other records and other text.
 *
 * @param limits how much is read
 * @param fields which fields of records hold what
 * @param decoder tells encodings, or knows the one that the job names; for text, HTML and records,
 *     not for what has its encoding in it (PDF, Word, mail)
 */
public record ReadingSettings(Limits limits, FieldNames fields, TextDecoder decoder) {

  /** The usual field names, and encodings told from the text. */
  public static ReadingSettings of(Limits limits) {
    return new ReadingSettings(limits, FieldNames.usual(), new TextDecoder());
  }
}
