package org.quotidian.batch.remote;

/** The broker cannot be used now. */
public final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /**
   * @param lasting whether it is no use to try again, as with a wrong password
   */
  TransportException(String message, Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  boolean isLasting() {
    return lasting;
  }
}
