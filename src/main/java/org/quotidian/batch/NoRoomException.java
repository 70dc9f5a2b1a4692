package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.quotidian.store.NoRoom;

/** There is no space left for temporary files, which libraries write when they read documents. */
final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final long HARDLY_ANY = 1L << 20; // bytes

  private NoRoomException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A full disk says nothing about the article being read: the run ends, and the next one reads it.
   *
   * @throws NoRoomException if a full disk is the cause of the failure
   */
  static void throwIfCauseOf(Throwable failure) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    NoRoom.in(failure)
        // Whatever the message says.
        .or(() -> isIo(failure) ? NoRoom.on(folder, HARDLY_ANY) : Optional.empty())
        .ifPresent(
            reason -> {
              throw new NoRoomException(
                  "there is no space for temporary files in " + folder + ": " + reason, failure);
            });
  }

  private static boolean isIo(Throwable failure) {
    return failure instanceof IOException || failure.getCause() != null && isIo(failure.getCause());
  }
}
