package org.quotidian.source;

/**
 * An input of a job that cannot be used as it is written: it does not exist, or its pattern is
 * wrong. Thrown before any work starts; the message is meant for the person who wrote the job file.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
