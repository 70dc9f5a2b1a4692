package org.quotidian.source;

import com.opencsv.CSVParser;
import com.opencsv.CSVParserBuilder;
import com.opencsv.ICSVParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of a table with a header: CSV with comma, semicolon or bar, TSV. Each row is a record, its
 * values under the header's names.
 */
final class DelimitedFile implements RecordFile {

  private static final String SEPARATORS = ",;\t|";

  private final Limits limits;
  private final FieldNames names;
  private final RecordText recordText;
  private final TextDecoder decoder;

  DelimitedFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.names = settings.fields();
    this.recordText = new RecordText(names);
    this.decoder = settings.decoder();
  }

  /**
   * @param names as the file writes them
   */
  private record Header(char separator, String[] names) {}

  @Override
  public Records records(Path file) throws IOException, SourceException {
    Header header = header(file);
    boolean text = false;
    for (String name : header.names()) {
      text |= names.is(FieldNames.Field.TEXT, name);
    }
    if (!text) {
      throw new SourceException(
          "no column is known to hold the text; there are: " + String.join(", ", header.names()));
    }
    LineSplitter rows = splitter(Files.newInputStream(file));
    rows.next();
    return new LineRecords(
        rows,
        row -> key(header, row),
        "the row is longer than limits.file-size allows; perhaps a quotation mark is never closed");
  }

  @Override
  public ArticleText article(Path file, String key, byte[] bytes)
      throws IOException, SourceException {
    return recordText.read(fields(header(file), bytes));
  }

  private LineSplitter splitter(InputStream in) {
    return new LineSplitter(in, limits.fileBytes(), true);
  }

  private Header header(Path file) throws IOException, SourceException {
    try (LineSplitter lines = splitter(Files.newInputStream(file))) {
      LineSplitter.Line line = lines.next();
      if (line == null || line.tooLong()) {
        throw new SourceException("it has no header row");
      }
      String text = decoder.decode(line.bytes()).text().strip();
      char separator = separator(text);
      return new Header(separator, cells(separator, text));
    }
  }

  private static char separator(String header) {
    char best = ',';
    long most = -1;
    for (char candidate : SEPARATORS.toCharArray()) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static String[] cells(char separator, String row) throws SourceException {
    CSVParser parser =
        new CSVParserBuilder()
            .withSeparator(separator)
            .withEscapeChar(ICSVParser.NULL_CHARACTER)
            .build();
    try {
      return parser.parseLine(row);
    } catch (IOException e) {
      throw new SourceException("the row is no CSV: " + e.getMessage(), e);
    }
  }

  private Map<String, String> fields(Header header, byte[] bytes) throws SourceException {
    String[] cells = cells(header.separator(), decoder.decode(bytes).text());
    if (cells.length > header.names().length) {
      throw new SourceException(
          "the row has " + cells.length + " cells, and the header has " + header.names().length);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      fields.putIfAbsent(FieldNames.plain(header.names()[i]), cells[i] == null ? "" : cells[i]);
    }
    return fields;
  }

  private String key(Header header, byte[] bytes) {
    try {
      return names.value(FieldNames.Field.KEY, fields(header, bytes));
    } catch (SourceException e) {
      return ""; // said when the row is read
    }
  }
}
