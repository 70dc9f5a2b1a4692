package org.quotidian.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message says which and what to do. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
