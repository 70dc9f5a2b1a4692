package org.quotidian.batch;

import java.util.Objects;

/** The version of the program. */
public final class Version {

  private Version() {}

  /** As the jar's manifest has it; {@code development} when run from class files. */
  public static String current() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
