package org.quotidian.source;

import com.opencsv.CSVParser;
import com.opencsv.CSVParserBuilder;
import com.opencsv.ICSVParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a table with a header: CSV separated by comma, semicolon or bar, or TSV. Each row is a
 * record with its values under the names in the header.
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
   * @param names as written in the file
   */
  private record Header(char separator, String[] names) {}

  @Override
  public Records records(Part part) throws IOException, SourceException {
    LineSplitter rows = new LineSplitter(part.in(), limits.fileBytes(), true);
    Header header = header(rows);
    boolean text = false;
    for (String name : header.names()) {
      text |= names.is(FieldNames.Field.TEXT, name);
    }
    if (!text) {
      throw new SourceException(
          "no column is known to contain the text; there are: "
              + String.join(", ", header.names()));
    }
    return new LineRecords(
        rows,
        part.keys(),
        row -> recordText.read(fields(header, row)),
        row -> key(header, row),
        "the row is longer than limits.file-size allows; perhaps a quotation mark is not closed");
  }

  @Override
  public Format format(InputStream in) throws IOException, SourceException {
    Header header = header(new LineSplitter(in, limits.fileBytes(), true));
    return row -> recordText.read(fields(header, row));
  }

  /** Reads the first row. */
  private Header header(LineSplitter rows) throws IOException, SourceException {
    LineSplitter.Line line = rows.next();
    if (line == null || line.tooLong()) {
      throw new SourceException("it has no header row");
    }
    String text = decoder.decode(line.bytes()).text().strip();
    char separator = separator(text);
    return new Header(separator, cells(separator, text));
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
      throw new SourceException("the row is not valid CSV: " + e.getMessage(), e);
    }
  }

  private Map<String, String> fields(Header header, byte[] bytes) throws SourceException {
    String[] cells = cells(header.separator(), decoder.decode(bytes).text());
    if (cells.length > header.names().length) {
      throw new SourceException(
          "the row has " + cells.length + " cells, but the header has " + header.names().length);
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
      return ""; // reported when the row is read
    }
  }
}
