package org.quotidian.store;

import java.util.Optional;

/**
 * Lets one process at a time work on a database (HSQLDB) or a corpus (PostgreSQL). The operating
 * system or the server gives it up when the process dies, however it dies.
 */
public sealed interface RunLock extends AutoCloseable permits FileLock, AdvisoryLock, NoLock {

  /**
   * @throws AlreadyRunningException at once, naming the holder, if it is taken
   * @throws StoreException if the database cannot be reached
   */
  static RunLock acquire(DatabaseAddress database, String corpus) {
    if (database.isPostgres()) {
      return AdvisoryLock.acquire(database, corpus);
    }
    return database.file().<RunLock>map(FileLock::acquire).orElseGet(NoLock::new);
  }

  /** Who holds it now; empty when nobody does. */
  static Optional<LockHolder> holder(DatabaseAddress database, String corpus) {
    try (RunLock lock = acquire(database, corpus)) {
      return Optional.empty();
    } catch (AlreadyRunningException e) {
      return Optional.ofNullable(e.holder());
    }
  }

  /** For a process that works on behalf of the lock's holder. */
  static RunLock ofAnother() {
    return new NoLock();
  }

  /**
   * Takes the lock again if the server gave it up because it lost the connection.
   *
   * @throws AlreadyRunningException if another process has it by now
   * @throws StoreException if the database cannot be reached
   */
  default void keep() {}

  /** Tells whoever asks for the holder how far the work is. */
  void progress(String progress);

  @Override
  void close();
}
