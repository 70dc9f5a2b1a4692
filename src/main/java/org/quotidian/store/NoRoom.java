package org.quotidian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Detects a full disk, from the disk itself or from an exception. */
public final class NoRoom {

  private static final int DEEPEST = 50; // causes, which may form a circle
  private static final String POSTGRES_DISK_FULL = "53100";

  /** How Java reports that memory mapped to a file has no disk space. */
  private static final String FAULT = "unsafe memory access operation";

  private NoRoom() {}

  /**
   * A message, if the disk is almost full.
   *
   * @param path file or folder, which need not exist yet
   * @param fewest bytes that are enough
   */
  public static Optional<String> on(Path path, long fewest) {
    @Nullable Path folder = path.toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    try {
      long left = folder == null ? fewest : Files.getFileStore(folder).getUsableSpace();
      return left >= fewest
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "there is too little space on the disk of %s (%d MB left)",
                  folder,
                  left >> 20));
    } catch (IOException e) {
      return Optional.empty(); // a disk that cannot be queried is not the reason
    }
  }

  /**
   * A message, if a full disk is the reason: which file, or that it is the database server's disk.
   */
  public static Optional<String> in(Throwable thrown) {
    return causes(thrown).flatMap(cause -> told(cause).stream()).findFirst();
  }

  private static Optional<String> told(Throwable cause) {
    if (cause instanceof SQLException problem && POSTGRES_DISK_FULL.equals(problem.getSQLState())) {
      return Optional.of("the disk of the database server is full: " + problem.getMessage());
    }
    String message = cause.getMessage();
    if (message != null && message.contains(FAULT)) {
      return Optional.of("there is no disk space for a file that is mapped into memory");
    }
    boolean io = cause instanceof IOException || cause instanceof UncheckedIOException;
    if (!io || message == null || !saysSo(message)) {
      return Optional.empty();
    }
    return Optional.of(
        cause instanceof FileSystemException problem
            ? "cannot write " + problem.getFile() + ": " + problem.getReason()
            : message);
  }

  /** The messages of Linux, macOS and Windows. An exhausted quota counts as a full disk too. */
  private static boolean saysSo(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    return words.contains("no space left on device")
        || words.contains("disk quota exceeded")
        || words.contains("quota exceeded")
        || words.contains("not enough space on the disk");
  }

  /** Whether a disk is the reason, full or broken, whatever the message. */
  static boolean isIoProblem(Throwable thrown) {
    return causes(thrown)
        .anyMatch(cause -> cause instanceof IOException || cause instanceof InternalError);
  }

  static Stream<Throwable> causes(@Nullable Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
