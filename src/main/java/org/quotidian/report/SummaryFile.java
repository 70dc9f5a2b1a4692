package org.quotidian.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quotidian.export.WholeFile;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code summary.json}. */
public final class SummaryFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private SummaryFile() {}

  /**
   * Replaces the file completely.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file
   */
  public static void write(Summary summary, Path file) {
    WholeFile.write(file, JSON.writeValueAsString(summary) + "\n");
  }

  /**
   * @throws UncheckedIOException if it cannot be read, naming the file
   */
  public static Summary read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), Summary.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
