package org.quotidian.batch;

import org.quotidian.store.NoRoom;

/** Says in words what is behind an exception. */
public final class RootCause {

  private RootCause() {}

  /**
   * The message of an exception of this program; if there is none, that a disk is full, or the last
   * exception with its name.
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

  /** That the heap is full, how large it is, and how to have a larger one. */
  static String fullMemory() {
    return "the memory of Java is full (%d MB); give it more, as QUOTIDIAN_JAVA_OPTIONS=-Xmx%dm"
        .formatted(megabytes(), Math.max(1024, 2 * megabytes()));
  }

  private static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
