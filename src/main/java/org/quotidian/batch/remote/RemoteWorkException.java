package org.quotidian.batch.remote;

/** A run on several machines cannot continue. The message says why, for people. */
public final class RemoteWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RemoteWorkException(String message) {
    super(message);
  }

  RemoteWorkException(String message, Throwable cause) {
    super(message, cause);
  }
}
