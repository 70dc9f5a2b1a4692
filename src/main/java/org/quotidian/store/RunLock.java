package org.quotidian.store;

import java.util.Optional;

/**
 * Lets one process at a time work on a database (HSQLDB) or a corpus (PostgreSQL). The operating
 * system or the server releases the lock when the process dies, however it dies.
 */
public sealed interface RunLock extends AutoCloseable permits FileLock, AdvisoryLock, NoLock {

  /** Takes the lock; waits without a message for readers of an HSQLDB file. */
  static RunLock acquire(DatabaseAddress database, String corpus) {
    return acquire(database, corpus, Patience.of(Patience.OF_A_RUN));
  }

  /**
   * @param patience with readers of an HSQLDB file ({@link LookLock})
   * @throws AlreadyRunningException at once, naming the holder, if it is taken
   * @throws StoreException if the database cannot be reached
   * @throws java.util.concurrent.CancellationException if waiting was stopped
   */
  static RunLock acquire(DatabaseAddress database, String corpus, Patience patience) {
    if (database.isPostgres()) {
      return AdvisoryLock.acquire(database, corpus);
    }
    return database
        .file()
        .<RunLock>map(file -> FileLock.acquire(file, patience))
        .orElseGet(NoLock::new);
  }

  /** The current holder; empty if there is none. Does not prevent others from taking the lock. */
  static Optional<LockHolder> holder(DatabaseAddress database, String corpus) {
    return database.isPostgres()
        ? AdvisoryLock.holder(database, corpus)
        : database.file().flatMap(FileLock::holder);
  }

  /** For a process that acts for the lock's holder. */
  static RunLock ofAnother() {
    return new NoLock();
  }

  /**
   * Takes the lock again if the server released it because the connection broke.
   *
   * @throws AlreadyRunningException if another process has it by now
   * @throws StoreException if the database cannot be reached
   */
  default void keep() {}

  /** Publishes the progress of the work, for processes that ask for the holder. */
  void progress(String progress);

  @Override
  void close();
}
