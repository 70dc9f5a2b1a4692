package org.quotidian.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock of a run on an HSQLDB file: {@code NAME.lock}. Processes that only read the database
 * have another lock, {@link LookLock}, for which a run waits.
 */
final class FileLock implements RunLock {

  /**
   * Waiting time for another process that checks whether there is a run, for which it holds the
   * lock briefly.
   */
  private static final Duration MOMENT = Duration.ofMillis(400);

  private final LockFile file;

  private FileLock(LockFile file) {
    this.file = file;
  }

  static FileLock acquire(Path database, Patience patience) {
    Path file = file(database);
    LockFile locked =
        Patience.of(MOMENT)
            .wait(() -> LockFile.tryLock(file, ""), () -> "")
            .orElseThrow(() -> new AlreadyRunningException(LockFile.holder(file)));
    try {
      LookLock.awaitNone(database, patience);
      return new FileLock(locked);
    } catch (RuntimeException e) {
      locked.close();
      throw e;
    }
  }

  /** The process that runs on this database. */
  static Optional<LockHolder> holder(Path database) {
    return LockFile.holder(file(database));
  }

  static boolean isHeld(Path database) {
    return LockFile.isLocked(file(database));
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + ".lock");
  }

  @Override
  public void progress(String progress) {
    file.tell(progress);
  }

  @Override
  public void close() {
    file.close();
  }
}
