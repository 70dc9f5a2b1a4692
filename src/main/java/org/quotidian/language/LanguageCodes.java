package org.quotidian.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Converts the ISO 639-3 codes of the detector to BCP 47, which uses two letters where they exist.
 */
final class LanguageCodes {

  /** Members of a macrolanguage, for which BCP 47 uses the code of the macrolanguage. */
  private static final Map<String, String> MEMBERS =
      Map.ofEntries(
          Map.entry("cmn", "zh"),
          Map.entry("pes", "fa"),
          Map.entry("ekk", "et"),
          Map.entry("lvs", "lv"),
          Map.entry("plt", "mg"),
          Map.entry("zsm", "ms"),
          Map.entry("arb", "ar"),
          Map.entry("pnb", "pa"));

  private final Map<String, String> twoLetters = new HashMap<>(MEMBERS);

  LanguageCodes() {
    for (String code : Locale.getISOLanguages()) {
      twoLetters.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
  }

  String bcp47(String iso6393) {
    return twoLetters.getOrDefault(iso6393, iso6393);
  }
}
