package org.quotidian.language;

import java.util.List;
import java.util.stream.Stream;

/** The languages that the program knows. */
public final class Languages {

  private static final LanguagePack VIETNAMESE = new LanguagePack("vi", true, true);
  private static final LanguagePack ENGLISH = new LanguagePack("en", true, true);

  /** Those that CoreNLP has more for than sentences: the next ones to get entities and quotes. */
  private static final List<String> SENTENCES_ONLY =
      List.of("ar", "de", "es", "fr", "hu", "it", "zh");

  private Languages() {}

  /** Vietnamese and English, then the others by code. */
  public static List<LanguagePack> all() {
    return Stream.concat(
            Stream.of(VIETNAMESE, ENGLISH),
            SENTENCES_ONLY.stream().map(code -> new LanguagePack(code, false, false)))
        .toList();
  }

  /**
   * What can be done with a language; with one that is not on the list, sentences.
   *
   * @param code BCP 47; a region or script in it does not matter
   */
  public static LanguagePack of(String code) {
    String language = code.split("-", 2)[0];
    return all().stream()
        .filter(pack -> pack.code().equals(language))
        .findFirst()
        .orElseGet(() -> new LanguagePack(language, false, false));
  }
}
