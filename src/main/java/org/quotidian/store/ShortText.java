package org.quotidian.store;

/** Text of any length as a column holds it. */
final class ShortText {

  private ShortText() {}

  /** Without NUL, which PostgreSQL does not hold, and cut where it is too long. */
  static String of(String text, int longest) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
  }
}
