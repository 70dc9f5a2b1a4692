package org.quotidian.nlp.vietnamese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Normalises the spelling of syllables. The same word is written <i>hòa</i> in newspapers and
 * <i>hoà</i> in treebanks, and its letters may be composed or decomposed. Every look-up and model
 * uses one form.
 */
final class Syllables {

  private static final Map<String, String> OLD_TO_NEW =
      Map.ofEntries(
          Map.entry("oà", "òa"),
          Map.entry("oá", "óa"),
          Map.entry("oả", "ỏa"),
          Map.entry("oã", "õa"),
          Map.entry("oạ", "ọa"),
          Map.entry("oè", "òe"),
          Map.entry("oé", "óe"),
          Map.entry("oẻ", "ỏe"),
          Map.entry("oẽ", "õe"),
          Map.entry("oẹ", "ọe"),
          Map.entry("uỳ", "ùy"),
          Map.entry("uý", "úy"),
          Map.entry("uỷ", "ủy"),
          Map.entry("uỹ", "ũy"),
          Map.entry("uỵ", "ụy"));

  private Syllables() {}

  /** The syllable in NFC with its tone mark where newspapers put it. Case is unchanged. */
  static String normal(String syllable) {
    String composed =
        isAscii(syllable) ? syllable : Normalizer.normalize(syllable, Normalizer.Form.NFC);
    int length = composed.length();
    if (length < 2) {
      return composed;
    }
    String rhyme = composed.substring(length - 2);
    String moved = OLD_TO_NEW.get(rhyme.toLowerCase(Locale.ROOT));
    boolean afterQ = length > 2 && "qQ".indexOf(composed.charAt(length - 3)) >= 0;
    if (moved == null || (afterQ && moved.charAt(1) == 'y')) {
      return composed;
    }
    return composed.substring(0, length - 2)
        + cased(moved.charAt(0), rhyme.charAt(0))
        + cased(moved.charAt(1), rhyme.charAt(1));
  }

  private static char cased(char letter, char like) {
    return Character.isUpperCase(like) ? Character.toUpperCase(letter) : letter;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
