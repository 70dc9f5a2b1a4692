package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text table with columns as wide as needed and numbers aligned to the right. Picocli's table is
 * not used: it reads {@code @|…|@} in a cell as markup, aligns everything to the left, and counts a
 * character of two UTF-16 units as two.
 */
final class TextTable {

  private static final int WIDEST = 80; // code points; longer cells are cut

  private final String[] header;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  TextTable(String... header) {
    this.header = header;
  }

  /** Adds a row. Null is shown as an empty cell. */
  void row(@Nullable Object... cells) {
    rows.add(cells);
  }

  void print(PrintWriter out) {
    List<String[]> lines = new ArrayList<>();
    lines.add(header);
    rows.forEach(row -> lines.add(Arrays.stream(row).map(TextTable::text).toArray(String[]::new)));
    int[] widths = new int[header.length];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line[i]));
      }
    }
    for (String[] line : lines) {
      StringBuilder printed = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - length(line[i]));
        printed.append(isNumber(i) ? space + line[i] : line[i] + space).append("  ");
      }
      out.println(printed.toString().stripTrailing());
    }
    out.flush();
  }

  private boolean isNumber(int column) {
    return rows.stream().allMatch(row -> row[column] == null || row[column] instanceof Number)
        && rows.stream().anyMatch(row -> row[column] != null);
  }

  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double || cell instanceof Float) {
      return String.format(Locale.ROOT, "%.2f", ((Number) cell).doubleValue());
    }
    String line = Words.onOneLine(cell.toString());
    return length(line) <= WIDEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
