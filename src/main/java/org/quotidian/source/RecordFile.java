package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file format with many articles per file. Each is an item of its own, so that a bad one does not
 * fail the others. Implementations are stateless and thread-safe.
 */
interface RecordFile {

  /**
   * Reads the records of a file, or of a file in an archive.
   *
   * @throws SourceException if it does not have this format
   */
  Records records(Part part) throws IOException, SourceException;

  /**
   * Reads articles from its records.
   *
   * @param in positioned at the first byte of the file; only a header is read
   */
  Format format(InputStream in) throws IOException, SourceException;
}
