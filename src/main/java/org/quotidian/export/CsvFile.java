package org.quotidian.export;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that is replaced completely or not at all: {@link #publish} moves it into place.
 * Closing it without publishing leaves the old file as it was.
 */
public final class CsvFile<T extends Record> implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final WholeFile file;
  private final Columns<T> columns;
  private final CsvFormat format;
  private final ICSVWriter csv;
  private int rows;

  /**
   * Opens the file and writes its header row.
   *
   * @throws IOException if the folder cannot be created or written to
   */
  public CsvFile(Path path, Class<T> row, CsvFormat format) throws IOException {
    this.path = path;
    this.columns = Columns.of(row);
    this.format = format;
    this.file = new WholeFile(path);
    if (format.bom()) {
      file.writer().write(BYTE_ORDER_MARK);
    }
    this.csv = new CSVWriterBuilder(file.writer()).withLineEnd("\r\n").build();
    csv.writeNext(columns.names(), false);
  }

  /** Adds a row. */
  public void write(T row) {
    @Nullable Object[] values = columns.values(row);
    String[] cells = new String[values.length];
    Arrays.setAll(cells, i -> format.cell(values[i]));
    csv.writeNext(cells, false);
    rows++;
  }

  /**
   * Forces the rows to disk and moves the file into place.
   *
   * @return the number of rows
   * @throws UncheckedIOException if the disk is full or the folder is gone; the old file stays
   */
  public int publish() {
    try {
      csv.flush();
      if (csv.checkError()) {
        throw csv.getException();
      }
      file.publish();
      return rows;
    } catch (IOException e) {
      throw WholeFile.cannotWrite(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
