package org.quotidian.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An item found in a job's inputs: a file, a record in a file, or something unreadable that is
 * reported as a failure.
 *
 * @param file absolute path; for a link, the file it points to
 * @param source path relative to the input root, with {@code /}; unique within a job together with
 *     {@code record}
 * @param record key of a record in a file that holds several; empty if the file is the article
 * @param size in bytes; 0 if unknown
 * @param sha256 64 hex digits over the bytes; null if they were not read
 * @param offset where the record begins in the file, in bytes; 0 if the file is the article; -1 if
 *     unknown, as in compressed files, where the record is found by its key
 * @param problem why the item cannot be read, as a sentence for a person; null if it can be read
 * @param note what is unclear about it although it can be read, as words for a person; empty if
 *     nothing is
 */
public record SourceItem(
    Path file,
    String source,
    String record,
    long size,
    @Nullable String sha256,
    @Nullable String problem,
    long offset,
    String note) {

  /** A file, or a record to be found by its key, of which nothing is unclear. */
  public SourceItem(
      Path file,
      String source,
      String record,
      long size,
      @Nullable String sha256,
      @Nullable String problem) {
    this(file, source, record, size, sha256, problem, record.isEmpty() ? 0 : -1, "");
  }

  /** An item that cannot be read. */
  public static SourceItem unreadable(Path file, String source, long size, String problem) {
    return new SourceItem(file, source, "", size, null, problem);
  }
}
