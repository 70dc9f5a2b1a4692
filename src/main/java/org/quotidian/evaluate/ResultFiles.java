package org.quotidian.evaluate;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Span;

/**
 * Reads the results of a run: {@code quotes.csv} and {@code entities.csv} of an output folder.
 * Documents are identified by the name of their source file, as in the gold.
 */
public final class ResultFiles {

  private ResultFiles() {}

  /**
   * @param folder the run's output folder; a missing file counts as empty
   * @throws IOException if a file cannot be read or lacks a column; the message names file and line
   */
  public static Map<String, Annotation> read(Path folder) throws IOException {
    var quotes = new LinkedHashMap<String, List<Marking>>();
    var names = new LinkedHashMap<String, List<Name>>();
    rows(
        folder.resolve("quotes.csv"),
        row -> quotes.computeIfAbsent(doc(row), k -> new ArrayList<>()).add(marking(row)));
    rows(
        folder.resolve("entities.csv"),
        row ->
            names
                .computeIfAbsent(doc(row), k -> new ArrayList<>())
                .add(new Name(cell(row, "type"), span(row, "start", "end"))));
    var results = new LinkedHashMap<String, Annotation>();
    var documents = new LinkedHashSet<String>(quotes.keySet());
    documents.addAll(names.keySet());
    for (String doc : documents) {
      results.put(
          doc,
          new Annotation(
              doc,
              "",
              "",
              quotes.getOrDefault(doc, List.of()),
              names.getOrDefault(doc, List.of())));
    }
    return results;
  }

  /** Takes one row by column name. */
  private interface Row {
    void take(Map<String, String> row);
  }

  private static void rows(Path file, Row sink) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      in.mark(1);
      if (in.read() != '\uFEFF') {
        in.reset();
      }
      try (CSVReaderHeaderAware csv =
          (CSVReaderHeaderAware)
              new CSVReaderHeaderAwareBuilder(in)
                  .withCSVParser(new RFC4180ParserBuilder().build())
                  .build()) {
        Map<String, String> row = csv.readMap();
        while (row != null) {
          try {
            sink.take(row);
          } catch (IllegalArgumentException e) {
            throw new IOException(file + ", line " + csv.getLinesRead() + ": " + e.getMessage(), e);
          }
          row = csv.readMap();
        }
      }
    } catch (CsvValidationException e) {
      throw new IOException("not valid CSV: " + file + ": " + e.getMessage(), e);
    }
  }

  private static String doc(Map<String, String> row) {
    String source = cell(row, "source");
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Marking marking(Map<String, String> row) {
    return new Marking(
        cell(row, "type"),
        span(row, "start", "end"),
        cell(row, "speaker_start").isEmpty() ? null : span(row, "speaker_start", "speaker_end"),
        unescaped(cell(row, "speaker")),
        unescaped(cell(row, "canonical_speaker")));
  }

  private static Span span(Map<String, String> row, String start, String end) {
    return new Span(Integer.parseInt(cell(row, start)), Integer.parseInt(cell(row, end)));
  }

  private static String cell(Map<String, String> row, String column) {
    @Nullable String cell = row.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return cell;
  }

  /** Removes the apostrophe that was put before cells that look like a formula. */
  private static String unescaped(String cell) {
    boolean escaped =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    return escaped ? cell.substring(1) : cell;
  }
}
