package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file format that holds many articles, each an item of its own, so that a bad one does not fail
 * the others. Implementations have no state and are shared freely.
 */
interface RecordFile {

  /**
   * Goes through the file, or the part of an archive.
   *
   * @throws SourceException if it is not what its name says
   */
  Records records(Part part) throws IOException, SourceException;

  /**
   * Makes articles of its records.
   *
   * @param in at the first byte of the file, of which no more than a header is read
   */
  Format format(InputStream in) throws IOException, SourceException;
}
