package org.quotidian.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets one process at a time open an HSQLDB file for reading while there is no run: {@code
 * NAME.look}. A run does not take this lock but waits until it is free; a reader that has just
 * taken it releases it if a run has begun. Other databases allow many readers, so nothing is locked
 * there.
 */
public final class LookLock implements AutoCloseable {

  private final Optional<LockFile> file;

  private LookLock(Optional<LockFile> file) {
    this.file = file;
  }

  /**
   * Waits for runs and for other readers.
   *
   * @param doing what it does, for others to see, such as {@code sql}
   * @throws AlreadyRunningException naming the process that still uses the database when the
   *     patience ends
   */
  public static LookLock acquire(DatabaseAddress database, String doing, Patience patience) {
    return acquire(database, doing, patience, true);
  }

  /** The same, but does not wait for a run. */
  public static LookLock acquireUnlessRunning(
      DatabaseAddress database, String doing, Patience patience) {
    return acquire(database, doing, patience, false);
  }

  private static LookLock acquire(
      DatabaseAddress database, String doing, Patience patience, boolean waitForRun) {
    if (database.file().isEmpty()) {
      return new LookLock(Optional.empty());
    }
    Path file = database.file().get();
    return patience
        .wait(
            () -> tryLook(file, doing, waitForRun),
            () -> user(file).orElse(LockHolder.UNKNOWN) + ", which is using the database")
        .orElseThrow(() -> new AlreadyRunningException(user(file)));
  }

  private static Optional<LookLock> tryLook(Path database, String doing, boolean waitForRun) {
    Optional<LockFile> locked =
        FileLock.isHeld(database) ? Optional.empty() : LockFile.tryLock(file(database), doing);
    // Checked again: a run that began in between waits for this lock.
    if (FileLock.isHeld(database)) {
      locked.ifPresent(LockFile::close);
      if (!waitForRun) {
        throw new AlreadyRunningException(FileLock.holder(database));
      }
      return Optional.empty();
    }
    return locked.map(lock -> new LookLock(Optional.of(lock)));
  }

  /** The process that runs or else reads. */
  private static Optional<LockHolder> user(Path database) {
    return FileLock.holder(database).or(() -> holder(database));
  }

  /** The process that is reading this database. */
  public static Optional<LockHolder> holder(DatabaseAddress database) {
    return database.file().flatMap(LookLock::holder);
  }

  private static Optional<LockHolder> holder(Path database) {
    return LockFile.holder(file(database));
  }

  /**
   * Waits until nobody reads.
   *
   * @throws StoreException naming the process that still reads when the patience ends
   */
  static void awaitNone(Path database, Patience patience) {
    Path file = file(database);
    Optional<Path> free =
        patience.wait(
            () -> LockFile.isLocked(file) ? Optional.empty() : Optional.of(file),
            () -> holder(database).orElse(LockHolder.UNKNOWN) + ", which is reading the database");
    if (free.isEmpty()) {
      throw new StoreException(
          "Not started: %s is still reading the database after %d s; end it and start again"
              .formatted(
                  holder(database).orElse(LockHolder.UNKNOWN), patience.longest().toSeconds()));
    }
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + ".look");
  }

  @Override
  public void close() {
    file.ifPresent(LockFile::close);
  }
}
