package org.quotidian.source;

/**
 * How a job finds and reads its articles. {@link SourceFinder} and {@link ArticleReader} of a job
 * must have the same settings, because other settings give other records and other text.
 *
 * @param limits how much is read
 * @param fields which fields of records contain what
 * @param decoder detects the encoding or uses the one set in the job, for text, HTML and records;
 *     formats that contain their encoding (PDF, Word, mail) do not need it
 */
public record ReadingSettings(Limits limits, FieldNames fields, TextDecoder decoder) {

  /** With the usual field names and detected encodings. */
  public static ReadingSettings of(Limits limits) {
    return new ReadingSettings(limits, FieldNames.usual(), new TextDecoder());
  }

  /** For parts of files that are UTF-8 if the file is UTF-16 ({@link Part#inUtf8}). */
  ReadingSettings inUtf8() {
    return new ReadingSettings(limits, fields, decoder.inUtf8());
  }
}
