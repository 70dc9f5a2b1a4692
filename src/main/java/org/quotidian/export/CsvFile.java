package org.quotidian.export;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A CSV file that appears whole or not at all: rows go to a file beside it, which {@link #publish}
 * forces to disk and moves into place. Closed without that, it leaves the old file as it was.
 */
public final class CsvFile<T extends Record> implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Path unfinished;
  private final Columns<T> columns;
  private final CsvFormat format;
  private final FileChannel channel;
  private final ICSVWriter csv;
  private int rows;

  /**
   * Begins the file with its header row.
   *
   * @throws IOException if the folder cannot be made or written to
   */
  public CsvFile(Path file, Class<T> row, CsvFormat format) throws IOException {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    this.columns = Columns.of(row);
    this.format = format;
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    if (format.bom()) {
      writer.write(BYTE_ORDER_MARK);
    }
    this.csv = new CSVWriterBuilder(writer).withLineEnd("\r\n").build();
    csv.writeNext(columns.names(), false);
  }

  /** Adds a row. */
  public void write(T row) {
    csv.writeNext(Stream.of(columns.values(row)).map(format::cell).toArray(String[]::new), false);
    rows++;
  }

  /**
   * Forces the rows to disk and moves the file into place.
   *
   * @return how many rows it has
   * @throws UncheckedIOException if the disk is full or the folder is gone; the old file stays
   */
  public int publish() {
    try {
      csv.flush();
      if (csv.checkError()) {
        throw csv.getException();
      }
      channel.force(true);
      csv.close();
      move();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
