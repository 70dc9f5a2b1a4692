package org.quotidian.source;

/**
 * An item cannot be read as an article. The message is a sentence for a person: what is wrong with
 * the item and, where possible, what to do.
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
