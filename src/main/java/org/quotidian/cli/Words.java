package org.quotidian.cli;

/** Prepares text from articles for the terminal. */
final class Words {

  private Words() {}

  /** The text on one line, or a dash if it is empty. */
  static String orNone(String value) {
    return value.isEmpty() ? "-" : onOneLine(value);
  }

  /** Replaces line ends and control characters, which could control the terminal. */
  static String onOneLine(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ");
  }
}
