package org.quotidian.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock of a run on an HSQLDB file: {@code NAME.lock}. Those who only look at the database have
 * another, {@link LookLock}, for which a run waits.
 */
final class FileLock implements RunLock {

  /** Of another that asks whether there is a run, and holds the lock for less. */
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

  /** Who runs on this database. */
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
