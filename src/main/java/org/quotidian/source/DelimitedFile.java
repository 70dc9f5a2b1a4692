package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a table with a header: CSV separated by comma, semicolon or bar, or TSV. Each row is a
 * record with its values under the names in the header.
 */
final class DelimitedFile implements RecordFile {

  private static final String SEPARATORS = ",;\t|";

  /** A first line that tells spreadsheets what separates the cells; a tab is stripped. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.?)\"?");

  // In a table that only its content shows.
  private static final int LONGEST_HEADER = 1_000; // bytes
  private static final int LONGEST_NAME = 40; // characters

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
    RowSplitter rows = rows(part.in());
    Header header = header(rows);
    if (!has(header, FieldNames.Field.TEXT)) {
      throw new SourceException(
          "no column is known to contain the text; there are: "
              + String.join(", ", header.names()));
    }
    return new LineRecords(
        rows, part.keys(), row -> recordText.read(fields(header, row)), row -> key(header, row));
  }

  @Override
  public Format format(InputStream in) throws IOException, SourceException {
    Header header = header(rows(in));
    return row -> recordText.read(fields(header, row));
  }

  /**
   * Whether a file without the name of a table is one: its first line has the names of columns, one
   * for the text and one for another part of an article, in UTF-8, and the next has as many cells.
   *
   * @param start of the file
   */
  boolean isTable(byte[] start) {
    int end = 0;
    boolean hasSeparator = false;
    while (end < start.length && start[end] != '\n') {
      hasSeparator |= SEPARATORS.indexOf(start[end]) >= 0;
      end++;
    }
    byte[] line = Arrays.copyOf(start, end);
    if (!hasSeparator
        || end > LONGEST_HEADER
        || TextDecoder.strictly(StandardCharsets.UTF_8, line) == null) {
      return false;
    }
    try {
      RowSplitter rows = rows(new ByteArrayInputStream(start));
      Header header = header(rows);
      boolean areNames =
          Arrays.stream(header.names()).allMatch(name -> name.length() <= LONGEST_NAME)
              && has(header, FieldNames.Field.TEXT)
              && Arrays.stream(FieldNames.Field.values()).filter(f -> has(header, f)).count() > 1;
      Lines.Line row = areNames ? rows.next() : null;
      return row != null
          && (row.problem() != null // it is longer than the start
              || cells(header.separator(), decoder.decode(row.bytes()).text()).length
                  == header.names().length);
    } catch (IOException | SourceException e) {
      return false;
    }
  }

  private boolean has(Header header, FieldNames.Field field) {
    return Arrays.stream(header.names()).anyMatch(name -> names.is(field, name));
  }

  private RowSplitter rows(InputStream in) {
    return new RowSplitter(in, limits.fileBytes(), SEPARATORS);
  }

  /** Reads the first row that is not for the spreadsheet. */
  private Header header(RowSplitter rows) throws IOException, SourceException {
    String text = firstRow(rows);
    Matcher told = SEPARATOR_LINE.matcher(text);
    boolean isTold = told.matches();
    char separator = isTold ? (told.group(1) + '\t').charAt(0) : separator(text);
    rows.separator(separator);
    return new Header(separator, cells(separator, isTold ? firstRow(rows) : text));
  }

  private String firstRow(RowSplitter rows) throws IOException, SourceException {
    Lines.Line line = rows.next();
    if (line == null || line.problem() != null) {
      throw new SourceException("it has no header row");
    }
    return decoder.decode(line.bytes()).text().strip();
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

  /** The cells of a row, by the same rules as {@link RowSplitter}. */
  private static String[] cells(char separator, String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean begins = true;
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
        begins = true;
        continue;
      }
      if (c == '"' && quoted && row.startsWith("\"\"", i)) {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted ? endsCell(row, i + 1, separator) : begins)) {
        quoted = !quoted;
      } else {
        cell.append(c);
      }
      begins &= c == ' ';
    }
    cells.add(cell.toString());
    return cells.toArray(new String[0]);
  }

  private static boolean endsCell(String row, int from, char separator) {
    int end = from;
    while (end < row.length() && row.charAt(end) == ' ') {
      end++;
    }
    return end == row.length() || row.charAt(end) == separator;
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
