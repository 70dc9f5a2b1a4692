package org.quotidian.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files that lie beside these classes, and libraries for the browser from their WebJars. */
final class Resources {

  private Resources() {}

  /**
   * @throws IOException if there is no such resource
   */
  static InputStream open(String name) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the program lacks its resource " + name);
    }
    return in;
  }

  /** The text of a resource beside these classes, in UTF-8. */
  static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Version of a library that comes as a WebJar of npm. */
  static String version(String library) {
    Properties pom = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
      pom.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pom.getProperty("version");
  }

  /** A file of such a library, without the comment that names its source map. */
  static String library(String library, String file) {
    return text("/META-INF/resources/webjars/" + library + "/" + version(library) + "/" + file)
        .replaceAll("(?m)^//# sourceMappingURL=.*$", "")
        .strip();
  }
}
