package org.quotidian.store;

import java.util.Optional;

/** Another process is using the same database or corpus. */
public final class AlreadyRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LockHolder holder;

  AlreadyRunningException(Optional<LockHolder> holder) {
    super("in use by " + holder.orElse(LockHolder.UNKNOWN));
    this.holder = holder.orElse(LockHolder.UNKNOWN);
  }

  public LockHolder holder() {
    return holder;
  }
}
