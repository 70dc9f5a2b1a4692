package org.quotidian.batch;

import org.quotidian.store.NoRoom;

/** Explains the cause of an exception in words. */
public final class RootCause {

  private RootCause() {}

  /**
   * The message of one of this program's exceptions. If there is none: that a disk is full, or the
   * innermost exception with its name.
   */
  public static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !isOurs(root)) {
      root = root.getCause();
    }
    if (root instanceof OutOfMemoryError) {
      return fullMemory();
    }
    return isOurs(root)
        ? String.valueOf(root.getMessage())
        : NoRoom.in(failure).orElse(root.toString());
  }

  private static boolean isOurs(Throwable failure) {
    return failure.getClass().getName().startsWith("org.quotidian.");
  }

  /** A message that the heap is full, how large it is, and how to enlarge it. */
  static String fullMemory() {
    return "Java ran out of memory (%d MB); give it more, for example QUOTIDIAN_JAVA_OPTIONS=-Xmx%dm"
        .formatted(megabytes(), Math.max(1024, 2 * megabytes()));
  }

  private static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
