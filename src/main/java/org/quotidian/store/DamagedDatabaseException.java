package org.quotidian.store;

/** The files of an HSQLDB database are damaged. The message says which and what to do. */
public final class DamagedDatabaseException extends StoreException {

  private static final long serialVersionUID = 1L;

  DamagedDatabaseException(String message) {
    super(message);
  }
}
