package org.quotidian.store;

/** For a database in memory, which no other process can see, or a lock that another holds. */
record NoLock() implements RunLock {

  @Override
  public void progress(String progress) {}

  @Override
  public void close() {}
}
