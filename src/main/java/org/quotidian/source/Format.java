package org.quotidian.source;

/**
 * One file format: makes an article of bytes. Implementations have no state and are shared freely.
 */
interface Format {

  /**
   * @param bytes not empty; nobody vouches for them
   * @throws SourceException if there is no article in them
   */
  ArticleText read(byte[] bytes) throws SourceException;
}
