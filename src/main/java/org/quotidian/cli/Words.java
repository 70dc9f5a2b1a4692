package org.quotidian.cli;

/** Words of articles on the screen. */
final class Words {

  private Words() {}

  /** A dash where there is nothing. */
  static String orNone(String value) {
    return value.isEmpty() ? "-" : onOneLine(value);
  }

  /** Without line ends, and without characters that make a terminal do things. */
  static String onOneLine(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ");
  }
}
