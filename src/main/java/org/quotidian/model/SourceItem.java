package org.quotidian.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found where a job looks for articles: a file, a record in a file, or something
 * that cannot be read and therefore is reported.
 *
 * @param file absolute path; of a link, the file that it leads to
 * @param source path relative to the input root, with {@code /}; unique within a job together with
 *     {@code record}
 * @param record key of a record in a file that holds several; empty where the file is the article
 * @param size bytes; 0 where it is not known
 * @param sha256 64 hex digits over the bytes; null where they were not read
 * @param offset where in the file a record begins, in bytes; 0 where the file is the article, -1
 *     where it is not known, as in packed files: then its key is looked for
 * @param problem why the item cannot be read, as a sentence for a person; null when it can
 */
public record SourceItem(
    Path file,
    String source,
    String record,
    long size,
    @Nullable String sha256,
    @Nullable String problem,
    long offset) {

  /** A file, or a record that is looked for by its key. */
  public SourceItem(
      Path file,
      String source,
      String record,
      long size,
      @Nullable String sha256,
      @Nullable String problem) {
    this(file, source, record, size, sha256, problem, record.isEmpty() ? 0 : -1);
  }

  /** Something found that cannot be read. */
  public static SourceItem unreadable(Path file, String source, long size, String problem) {
    return new SourceItem(file, source, "", size, null, problem);
  }
}
