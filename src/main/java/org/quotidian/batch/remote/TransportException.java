package org.quotidian.batch.remote;

/** The broker cannot be used at the moment. */
public final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /**
   * @param lasting whether trying again is useless, for instance with a wrong password
   */
  TransportException(String message, Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  boolean isLasting() {
    return lasting;
  }
}
