package org.quotidian.language;

import java.util.List;
import java.util.stream.Stream;

/** The languages known to the program. */
public final class Languages {

  private static final LanguagePack VIETNAMESE = new LanguagePack("vi", true, true);
  private static final LanguagePack ENGLISH = new LanguagePack("en", true, true);

  /**
   * Languages for which CoreNLP offers more than sentence splitting, so entities and quotes could
   * come next.
   */
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
   * What the program can find in a language. In a language that is not listed, it finds sentences.
   *
   * @param code BCP 47; region and script are ignored
   */
  public static LanguagePack of(String code) {
    String language = code.split("-", 2)[0];
    return all().stream()
        .filter(pack -> pack.code().equals(language))
        .findFirst()
        .orElseGet(() -> new LanguagePack(language, false, false));
  }
}
