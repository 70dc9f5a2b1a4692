package org.quotidian.store;

import org.jspecify.annotations.Nullable;

/** Another process is at work on the same database or corpus. */
public final class AlreadyRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable LockHolder holder;

  AlreadyRunningException(@Nullable LockHolder holder) {
    super("in use by " + (holder == null ? "another process" : holder));
    this.holder = holder;
  }

  /** Null when the process could not be told. */
  public @Nullable LockHolder holder() {
    return holder;
  }
}
