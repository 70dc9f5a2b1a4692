package org.quotidian.compare;

import java.util.Map;

/** A line of a CSV file, by column name. */
record Row(Map<String, String> cells) {

  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  /**
   * The cell without the escaping for spreadsheets, which may differ between two runs.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  String get(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    boolean escaped =
        cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0;
    return escaped ? cell.substring(1) : cell;
  }

  String articleId() {
    return get("article_id");
  }

  int start() {
    return Integer.parseInt(get("start"));
  }

  int end() {
    return Integer.parseInt(get("end"));
  }

  boolean overlaps(Row other) {
    return start() < other.end() && other.start() < end();
  }
}
