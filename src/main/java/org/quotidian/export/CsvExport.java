package org.quotidian.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes tables of rows into a folder, one CSV file per table. */
public final class CsvExport {

  private final Path folder;
  private final CsvFormat format;
  private final Runnable beforeEachRow;

  /**
   * @param beforeEachRow may throw to abort; the file being written then stays as it was
   */
  public CsvExport(Path folder, CsvFormat format, Runnable beforeEachRow) {
    this.folder = folder;
    this.format = format;
    this.beforeEachRow = beforeEachRow;
  }

  /** A source of rows that hands each to a consumer, in order. */
  @FunctionalInterface
  public interface Rows<T> {
    void forEach(Consumer<T> each);
  }

  /**
   * Writes the table's file, completely or not at all.
   *
   * @throws UncheckedIOException if it cannot be written, naming the file; the old file stays
   */
  public <T extends Record> CsvExport table(Table<T> table, Rows<T> rows) {
    Path file = folder.resolve(table.file());
    try (CsvFile<T> csv = new CsvFile<>(file, table.row(), format)) {
      rows.forEach(
          line -> {
            beforeEachRow.run();
            csv.write(line);
          });
      csv.publish();
      return this;
    } catch (IOException e) {
      throw WholeFile.cannotWrite(file, e);
    }
  }
}
