package org.quotidian.batch;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the results of a run. */
public final class OutputFiles {

  private OutputFiles() {}

  /** The rows of a CSV file, by column. */
  public static List<Map<String, String>> rows(Path file) throws IOException {
    String content = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVReaderHeaderAware csv = new CSVReaderHeaderAware(new StringReader(content))) {
      for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
        rows.add(row);
      }
    } catch (CsvValidationException e) {
      throw new IOException(e);
    }
    return rows;
  }

  /** One column of a CSV file of any size. */
  public static List<String> column(Path file, String name) throws IOException {
    List<String> values = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file);
        CSVReader csv = new CSVReader(reader)) {
      int column = List.of(csv.readNext()).indexOf(name);
      for (String[] row = csv.readNext(); row != null; row = csv.readNext()) {
        values.add(row[column]);
      }
    } catch (CsvValidationException e) {
      throw new IOException(e);
    }
    return values;
  }

  /**
   * All CSV files, for comparison. Run number and times are omitted, because they always differ.
   */
  public static Map<String, String> comparable(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String table : CorpusExport.TABLES) {
      Path file = folder.resolve(table + ".csv");
      boolean timed = table.equals("articles") || table.equals("failures");
      files.put(table, timed ? withoutTimes(file) : Files.readString(file));
    }
    return files;
  }

  private static String withoutTimes(Path file) throws IOException {
    return rows(file).stream()
        .map(
            row -> {
              Map<String, String> kept = new TreeMap<>(row);
              kept.keySet().removeAll(List.of("run_id", "extracted_at", "failed_at"));
              return kept.toString();
            })
        .collect(Collectors.joining("\n"));
  }
}
