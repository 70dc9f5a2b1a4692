package org.quotidian.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program that creates the rows. */
public final class Version {

  private static final String BUILD_INFO = "/META-INF/build-info.properties";

  private Version() {}

  /** The version of this build, such as {@code 0.1.0}. */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream(BUILD_INFO)) {
      if (in == null) {
        throw new IllegalStateException("not built with Maven: " + BUILD_INFO + " is missing");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("build.version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
