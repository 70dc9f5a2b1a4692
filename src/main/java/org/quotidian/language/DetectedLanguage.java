package org.quotidian.language;

import org.quotidian.model.Article;

/**
 * The language of a text.
 *
 * @param code BCP 47 code such as {@code vi}; {@code und} if the text has no words
 * @param confidence 0 to 1; comparable only between texts of about the same length
 */
public record DetectedLanguage(String code, double confidence) {

  /** The result for a text without words. */
  static final DetectedLanguage UNDETERMINED = new DetectedLanguage(Article.UNDETERMINED, 0);
}
