package org.quotidian.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets one process at a time open an HSQLDB file to look at it, while no run is at work: {@code
 * NAME.look}. A run does not take it but waits until nobody has it; whoever took it leaves again
 * where a run has begun. Other databases serve many at once, and there it holds nothing.
 */
public final class LookLock implements AutoCloseable {

  private final Optional<LockFile> file;

  private LookLock(Optional<LockFile> file) {
    this.file = file;
  }

  /**
   * Waits for runs and for others who look.
   *
   * @param doing for others to see, such as {@code sql}
   * @throws AlreadyRunningException naming whoever still has the database when patience ends
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
            () -> user(file).orElse(LockHolder.UNKNOWN) + ", which uses the database")
        .orElseThrow(() -> new AlreadyRunningException(user(file)));
  }

  private static Optional<LookLock> tryLook(Path database, String doing, boolean waitForRun) {
    Optional<LockFile> locked =
        FileLock.isHeld(database) ? Optional.empty() : LockFile.tryLock(file(database), doing);
    if (FileLock.isHeld(database)) { // asked again: a run that began now waits for us
      locked.ifPresent(LockFile::close);
      if (!waitForRun) {
        throw new AlreadyRunningException(FileLock.holder(database));
      }
      return Optional.empty();
    }
    return locked.map(lock -> new LookLock(Optional.of(lock)));
  }

  /** A run, or else who looks. */
  private static Optional<LockHolder> user(Path database) {
    return FileLock.holder(database).or(() -> holder(database));
  }

  /** Who looks at this database now. */
  public static Optional<LockHolder> holder(DatabaseAddress database) {
    return database.file().flatMap(LookLock::holder);
  }

  private static Optional<LockHolder> holder(Path database) {
    return LockFile.holder(file(database));
  }

  /**
   * Waits until nobody looks.
   *
   * @throws StoreException naming who still does when patience ends
   */
  static void awaitNone(Path database, Patience patience) {
    Path file = file(database);
    Optional<Path> free =
        patience.wait(
            () -> LockFile.isLocked(file) ? Optional.empty() : Optional.of(file),
            () -> holder(database).orElse(LockHolder.UNKNOWN) + ", which looks at the database");
    if (free.isEmpty()) {
      throw new StoreException(
          "Not started: %s still looks at the database after %d s; end it and start again"
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
