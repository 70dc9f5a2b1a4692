package org.quotidian.nlp.vietnamese;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Checks whether a word may be a Vietnamese syllable ({@code nguyễn}) or not ({@code trump}). */
final class VietnameseSyllable {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
              + "(?:[aeiouyăâêôơư]{1,3})(?:ch|c|m|ng|nh|n|p|t)?");
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
  private static final int LONGEST = 7; // nghiêng

  private VietnameseSyllable() {}

  /** Whether a word in lower case has the form of a syllable. Some short foreign words do too. */
  static boolean matches(String lower) {
    if (lower.length() > LONGEST) {
      return false;
    }
    String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
    String toneless =
        Normalizer.normalize(TONES.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    return SHAPE.matcher(toneless).matches();
  }
}
