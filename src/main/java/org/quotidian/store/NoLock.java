package org.quotidian.store;

/**
 * The lock of a database in memory, which no other process can see, or of a process that acts for
 * the lock's holder.
 */
record NoLock() implements RunLock {

  @Override
  public void progress(String progress) {}

  @Override
  public void close() {}
}
