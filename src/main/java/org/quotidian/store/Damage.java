package org.quotidian.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Distinguishes failures caused by damaged files of an HSQLDB database from all others. */
public final class Damage {

  /** Vendor codes of HSQLDB: script not readable, data file not readable. */
  private static final int SCRIPT = -25;

  private static final int DATA = -466;

  private Damage() {}

  /** The damage with advice for the user; empty if the failure has another cause. */
  public static Optional<DamagedDatabaseException> told(
      DatabaseAddress address, Throwable failure) {
    return isCause(failure)
        ? DatabaseFiles.of(address).map(files -> files.damaged(words(failure)))
        : Optional.empty();
  }

  /** The damage, or the failure itself if it has another cause. */
  public static RuntimeException named(DatabaseAddress address, RuntimeException failure) {
    return told(address, failure).<RuntimeException>map(damaged -> damaged).orElse(failure);
  }

  static boolean isCause(Throwable failure) {
    return NoRoom.causes(failure).anyMatch(Damage::isDamage) && NoRoom.in(failure).isEmpty();
  }

  private static boolean isDamage(Throwable failure) {
    if (failure instanceof SQLException refused) {
      return refused.getErrorCode() == SCRIPT || refused.getErrorCode() == DATA;
    }
    boolean stumbled =
        failure instanceof IndexOutOfBoundsException
            || failure instanceof NullPointerException
            || failure instanceof ClassCastException
            || failure instanceof NegativeArraySizeException
            || failure instanceof IllegalArgumentException;
    return stumbled
        && Arrays.stream(failure.getStackTrace())
            .limit(5)
            .anyMatch(call -> call.getClassName().startsWith("org.hsqldb.persist."));
  }

  /** HSQLDB's message, shortened and without class names. */
  static String words(Throwable failure) {
    return NoRoom.causes(failure)
        .filter(Damage::isDamage)
        .map(
            cause ->
                String.valueOf(cause.getMessage()).replaceAll("(?:\\w+\\.)+\\w*Exception:? ?", ""))
        .map(words -> words.isBlank() ? "a row cannot be read" : "HSQLDB says: " + words.strip())
        .findFirst()
        .orElse("it cannot be read");
  }
}
