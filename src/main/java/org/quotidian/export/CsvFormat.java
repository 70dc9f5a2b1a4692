package org.quotidian.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How CSV files are written (RFC 4180, UTF-8, {@code \r\n}).
 *
 * @param bom begin with a byte order mark, which spreadsheets need to read UTF-8
 * @param escapeFormulas put {@code '} before text that a spreadsheet would run as a formula (OWASP,
 *     "CSV Injection")
 */
public record CsvFormat(boolean bom, boolean escapeFormulas) {

  /** Characters that begin a formula, in half and full width, or that hide one. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  /** The cell for a value; empty for null. */
  public String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
    if (value instanceof String text && isFormula(text)) {
      return "'" + text;
    }
    return value.toString();
  }

  private boolean isFormula(String text) {
    return escapeFormulas && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
