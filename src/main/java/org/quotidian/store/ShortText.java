package org.quotidian.store;

/** Text of any length, in the form in which a column can store it. */
final class ShortText {

  private ShortText() {}

  /** The text without NUL, which PostgreSQL cannot store, and cut if it is too long. */
  static String of(String text, int longest) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
  }
}
