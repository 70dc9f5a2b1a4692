package org.quotidian.compare;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.CSVReaderHeaderAwareBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file of an output folder article by article. The file is ordered by article id. */
final class ResultTable implements AutoCloseable {

  private final Path file;
  private final CSVReaderHeaderAware csv;
  private @Nullable Row next;

  /**
   * @throws IOException if the file cannot be read; the message names it
   */
  ResultTable(Path file) throws IOException {
    this.file = file;
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    in.mark(1);
    if (in.read() != '\uFEFF') {
      in.reset();
    }
    this.csv =
        (CSVReaderHeaderAware)
            new CSVReaderHeaderAwareBuilder(in)
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build();
    this.next = read("");
  }

  /** Hands out the row to come. */
  @Nullable Row take() throws IOException {
    Row row = next;
    if (row != null) {
      next = read(row.articleId());
    }
    return row;
  }

  /** The rows of an article. Rows of articles before it are skipped. */
  List<Row> of(String articleId) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Row row = next; row != null; row = next) {
      int order = row.articleId().compareTo(articleId);
      if (order > 0) {
        break;
      }
      if (order == 0) {
        rows.add(row);
      }
      next = read(row.articleId());
    }
    return rows;
  }

  private @Nullable Row read(String previous) throws IOException {
    try {
      Map<String, String> cells = csv.readMap();
      Row row = cells == null ? null : new Row(cells);
      if (row != null && row.articleId().compareTo(previous) < 0) {
        throw new IllegalArgumentException(
            "not ordered by article_id; was it sorted by another program?");
      }
      return row;
    } catch (IOException | CsvValidationException | IllegalArgumentException e) {
      throw new IOException(file + ", line " + csv.getLinesRead() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
