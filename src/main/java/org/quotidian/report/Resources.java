package org.quotidian.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the resources beside these classes, and the browser libraries in WebJars. */
final class Resources {

  private Resources() {}

  /**
   * @throws IOException if there is no such resource
   */
  static InputStream open(String name) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the program is incomplete: missing resource " + name);
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

  /** The version of a library that is packaged as an npm WebJar. */
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
