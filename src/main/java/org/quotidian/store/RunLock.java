package org.quotidian.store;

import java.util.Optional;

/**
 * Lets one process at a time work on a database (HSQLDB) or a corpus (PostgreSQL). The operating
 * system or the server gives it up when the process dies, however it dies.
 */
public sealed interface RunLock extends AutoCloseable permits FileLock, AdvisoryLock, NoLock {

  /** Waits without a word for those who look at an HSQLDB file. */
  static RunLock acquire(DatabaseAddress database, String corpus) {
    return acquire(database, corpus, Patience.of(Patience.OF_A_RUN));
  }

  /**
   * @param patience with those who look at an HSQLDB file ({@link LookLock})
   * @throws AlreadyRunningException at once, naming the holder, if it is taken
   * @throws StoreException if the database cannot be reached
   * @throws java.util.concurrent.CancellationException if patience was stopped
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

  /** Who holds it now; empty when nobody does. It takes nothing from whoever wants it. */
  static Optional<LockHolder> holder(DatabaseAddress database, String corpus) {
    return database.isPostgres()
        ? AdvisoryLock.holder(database, corpus)
        : database.file().flatMap(FileLock::holder);
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
