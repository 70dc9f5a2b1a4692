package org.quotidian.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a text file into the output folder that explains its files in plain words. */
public final class ReadMe {

  /** Its name in the output folder. */
  public static final String FILE_NAME = "README.txt";

  private static final String TEMPLATE = "read-me.txt";

  private ReadMe() {}

  /**
   * Replaces the file completely.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file
   */
  public static void write(Path folder, String corpus) {
    WholeFile.write(
        folder.resolve(FILE_NAME),
        template()
            .replace("{corpus}", corpus)
            .replace("\n", "\r\n")); // every editor shows these line ends
  }

  private static String template() {
    try (InputStream in = ReadMe.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
