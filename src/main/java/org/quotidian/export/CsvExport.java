package org.quotidian.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes tables of rows into a folder, one CSV file each. */
public final class CsvExport {

  private final Path folder;
  private final CsvFormat format;
  private final Map<Path, Integer> written = new LinkedHashMap<>();

  public CsvExport(Path folder, CsvFormat format) {
    this.folder = folder;
    this.format = format;
  }

  /** A source of rows that hands each to a consumer, in order. */
  @FunctionalInterface
  public interface Rows<T> {
    void forEach(Consumer<T> each);
  }

  /**
   * Writes {@code name.csv}, whole or not at all.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file; the old file stays
   */
  public <T extends Record> CsvExport table(String name, Class<T> row, Rows<T> rows) {
    Path file = folder.resolve(name + ".csv");
    try (CsvFile<T> csv = new CsvFile<>(file, row, format)) {
      rows.forEach(csv::write);
      written.put(file, csv.publish());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The files written so far and how many rows each has. */
  public Map<Path, Integer> written() {
    return Map.copyOf(written);
  }

  /** Whether the folder has a file for each of these tables. */
  public static boolean isComplete(Path folder, Iterable<String> tables) {
    for (String table : tables) {
      if (!Files.isRegularFile(folder.resolve(table + ".csv"))) {
        return false;
      }
    }
    return true;
  }
}
