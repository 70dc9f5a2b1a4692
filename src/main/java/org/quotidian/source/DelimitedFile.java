package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
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

  /**
   * A cell and the separator S behind it, by the rules of {@link RowSplitter}. What is not closed
   * goes on to the end, so that the time is linear. The parsers of OpenCSV lose the cells behind
   * {@code "a 5" pipe"}, and that for RFC 4180 splits {@code "a, b"} behind a space.
   */
  private static final String CELL =
      "( *+)\"((?:[^\"]++|\"\"|\"(?! *+S))*+)(?:\"( *+)S|\\z)|([^S]*+)S";

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
   * What the first row says of the others.
   *
   * @param names as written in the file
   * @param plain the names in the form in which they are compared
   */
  private record Header(char separator, Pattern cell, List<String> names, List<String> plain) {

    static Header of(char separator, String row) {
      Pattern cell = Pattern.compile(CELL.replace("S", Pattern.quote(String.valueOf(separator))));
      List<String> names = cells(cell, row + separator);
      return new Header(separator, cell, names, names.stream().map(FieldNames::plain).toList());
    }

    List<String> cells(String row) {
      return cells(cell, row + separator);
    }

    private static List<String> cells(Pattern cell, String row) {
      return cell.matcher(row).results().map(Header::value).toList();
    }

    private static String value(MatchResult cell) {
      if (cell.group(4) != null) {
        return cell.group(4);
      }
      String text = cell.group(2).replace("\"\"", "\"");
      String value = cell.group(1) + text;
      return cell.group(3) == null
          ? value.substring(0, value.length() - 1) // the separator set behind the row
          : value + cell.group(3);
    }
  }

  @Override
  public Records records(Part part) throws IOException, SourceException {
    RowSplitter rows = rows(part.in());
    Header header = header(rows);
    if (!has(header, FieldNames.Field.TEXT)) {
      throw new SourceException(
          "no column is known to contain the text; there are: "
              + String.join(", ", header.names()));
    }
    checkNamesDiffer(header);
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
          header.names().stream().allMatch(name -> name.length() <= LONGEST_NAME)
              && has(header, FieldNames.Field.TEXT)
              && Arrays.stream(FieldNames.Field.values()).filter(f -> has(header, f)).count() > 1;
      Lines.Line row = areNames ? rows.next() : null;
      return row != null
          && (row.problem() != null // it is longer than the start
              || header.cells(decoder.decode(row.bytes()).text()).size() == header.names().size());
    } catch (IOException | SourceException e) {
      return false;
    }
  }

  private boolean has(Header header, FieldNames.Field field) {
    return header.names().stream().anyMatch(name -> names.is(field, name));
  }

  /**
   * @throws SourceException if two columns have the name from which a part of an article is read;
   *     of other columns with the same name, the first counts
   */
  private void checkNamesDiffer(Header header) throws SourceException {
    for (FieldNames.Field field : FieldNames.Field.values()) {
      Optional<String> read = names.first(field, header.plain());
      int first = read.map(header.plain()::indexOf).orElse(-1);
      int last = read.map(header.plain()::lastIndexOf).orElse(-1);
      if (first < last) {
        throw new SourceException(
            ("columns %d and %d have the same name, %s, so that it is unclear which to read;"
                    + " rename one of them in the first row")
                .formatted(first + 1, last + 1, header.names().get(last)));
      }
    }
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
    return Header.of(separator, isTold ? firstRow(rows) : text);
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

  private Map<String, String> fields(Header header, byte[] bytes) throws SourceException {
    List<String> cells = header.cells(decoder.decode(bytes).text());
    if (cells.size() > header.names().size()) {
      throw new SourceException(
          "the row has " + cells.size() + " cells, but the header has " + header.names().size());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      fields.putIfAbsent(header.plain().get(i), cells.get(i));
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
