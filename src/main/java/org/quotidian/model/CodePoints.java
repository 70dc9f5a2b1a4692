package org.quotidian.model;

/**
 * Converts offsets in a text from UTF-16 units, which Java uses, to Unicode code points, which the
 * rows use. They differ only after characters beyond the Basic Multilingual Plane, such as emoji.
 */
public final class CodePoints {

  /** The code point offset for each UTF-16 offset; null if the two are always the same. */
  private final int @org.jspecify.annotations.Nullable [] codePointAt;

  private CodePoints(int @org.jspecify.annotations.Nullable [] codePointAt) {
    this.codePointAt = codePointAt;
  }

  public static CodePoints of(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new CodePoints(null);
    }
    int[] table = new int[text.length() + 1];
    int codePoints = 0;
    for (int i = 0; i < text.length(); i++) {
      table[i] = codePoints;
      boolean insidePair =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!insidePair) {
        codePoints++;
      }
    }
    table[text.length()] = codePoints;
    return new CodePoints(table);
  }

  /**
   * @param utf16 offset from 0 to the text's length
   * @throws IndexOutOfBoundsException if it is outside a text that holds surrogate pairs
   */
  public int at(int utf16) {
    return codePointAt == null ? utf16 : codePointAt[utf16];
  }
}
