package org.quotidian.source;

/**
 * A file format that reads an article from bytes. Implementations are stateless and thread-safe.
 */
interface Format {

  /**
   * @param bytes not empty; they may be crafted by an attacker
   * @throws SourceException if they contain no article
   */
  ArticleText read(byte[] bytes) throws SourceException;
}
