package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.quotidian.store.NoRoom;

/** There is no room for temporary files, as libraries write them that read documents. */
final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final long HARDLY_ANY = 1L << 20; // bytes

  private NoRoomException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A full disk says nothing about the article that was read: the run ends, and the next reads it.
   *
   * @throws NoRoomException if that is why reading failed
   */
  static void throwIfCauseOf(Throwable failure) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    NoRoom.in(failure)
        .or(() -> isIo(failure) ? NoRoom.on(folder, HARDLY_ANY) : Optional.empty()) // in any words
        .ifPresent(
            reason -> {
              throw new NoRoomException(
                  "there is no room for temporary files in " + folder + ": " + reason, failure);
            });
  }

  private static boolean isIo(Throwable failure) {
    return failure instanceof IOException || failure.getCause() != null && isIo(failure.getCause());
  }
}
