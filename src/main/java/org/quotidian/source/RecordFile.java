package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * A file format that holds many articles, each an item of its own, so that a bad one does not fail
 * the others. Implementations have no state and are shared freely.
 */
interface RecordFile {

  /** Records one after the other, read as they are asked for; must be closed. */
  interface Records extends Iterator<RawRecord>, Closeable {

    @Override
    boolean hasNext();
  }

  /**
   * Goes through the file. What is wrong with a part of it is a record with a problem.
   *
   * @throws SourceException if the file is not what its name says
   */
  Records records(Path file) throws IOException, SourceException;

  /**
   * Makes an article of one record.
   *
   * @param key as {@link RawRecord#key()}
   */
  ArticleText article(Path file, String key, byte[] bytes) throws IOException, SourceException;
}
