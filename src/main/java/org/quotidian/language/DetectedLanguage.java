package org.quotidian.language;

/**
 * The language of a text.
 *
 * @param code BCP 47 code such as {@code vi}; {@code und} where a text has no words
 * @param confidence 0 to 1; comparable between texts of about the same length only
 */
public record DetectedLanguage(String code, double confidence) {

  /** Of a text without words. */
  static final DetectedLanguage UNDETERMINED = new DetectedLanguage("und", 0);
}
