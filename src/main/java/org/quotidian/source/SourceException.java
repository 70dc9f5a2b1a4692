package org.quotidian.source;

/**
 * A source item that does not become an article. The message is a sentence for a person: what is
 * wrong with the item and, where there is something to do about it, what.
 */
public final class SourceException extends Exception {

  private static final long serialVersionUID = 1L;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
