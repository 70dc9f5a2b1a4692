package org.quotidian.language;

import java.util.Locale;

/**
 * A language and what the program can find in it. Sentences are found in every language.
 *
 * @param code BCP 47 code such as {@code vi}
 * @param entities whether names, dates and amounts are found
 * @param quotes whether quotations and their speakers are found
 */
public record LanguagePack(String code, boolean entities, boolean quotes) {

  /** The English name, such as {@code Vietnamese}; the code itself if no name is known. */
  public String englishName() {
    return locale().getDisplayLanguage(Locale.ENGLISH);
  }

  /** The language's name in the language itself: {@code Tiếng Việt}. */
  public String ownName() {
    String name = locale().getDisplayLanguage(locale());
    return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
  }

  private Locale locale() {
    return Locale.forLanguageTag(code);
  }
}
