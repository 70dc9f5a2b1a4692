package org.quotidian.source;

/**
 * An input of a job does not exist, or its pattern is wrong. Thrown before any work starts. The
 * message is for the author of the job file.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
