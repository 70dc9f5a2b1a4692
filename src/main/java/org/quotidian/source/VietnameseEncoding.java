package org.quotidian.source;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.VietnameseSyllables;

/**
 * Recognises the encodings of Vietnamese before Unicode (windows-1258, TCVN3, VNI, VISCII, VPS),
 * which general detectors do not know. The right one is the one in which the bytes form Vietnamese
 * syllables.
 */
final class VietnameseEncoding {

  /**
   * In Vietnamese prose, one letter in four is rare in other languages. Names and numbers lower the
   * share.
   */
  private static final double LEAST_LETTERS = 0.05;

  /**
   * Share of the words with a letter outside ASCII. In a wrong encoding, less than half are well
   * spelled.
   */
  private static final double LEAST_SPELLED = 0.75;

  /** Share of all words. Vietnamese news has foreign names; French has no Vietnamese words. */
  private static final double LEAST_SYLLABLES = 0.5;

  /** With fewer words that have diacritics, their share says little. */
  private static final int FEW = 5;

  private static final String HOOKED = "ăâđơưĂÂĐƠƯ";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern HUMPED = Pattern.compile("\\p{Ll}\\p{M}*\\p{Lu}");

  /** Counts that show how Vietnamese a text is. */
  private record Evidence(int words, int syllables, int marked, int spelled) {

    /**
     * @param capitals whether the encoding has capitals with tones; if not, words in capitals
     *     contain small letters
     */
    static Evidence of(String text, boolean capitals) {
      int words = 0;
      int syllables = 0;
      int marked = 0;
      int spelled = 0;
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        String word = matcher.group();
        boolean syllable =
            !(capitals && HUMPED.matcher(word).find()) && VietnameseSyllables.isSyllable(word);
        boolean ascii = word.chars().allMatch(c -> c < 0x80);
        words++;
        syllables += syllable ? 1 : 0;
        marked += ascii ? 0 : 1;
        spelled += syllable && !ascii ? 1 : 0;
      }
      return new Evidence(words, syllables, marked, spelled);
    }

    double share() {
      return marked == 0 ? 0 : (double) spelled / marked;
    }

    boolean isVietnamese() {
      return share() >= LEAST_SPELLED && syllables >= LEAST_SYLLABLES * words;
    }

    /** 0 to 100. Ten words that are all right count more than one. */
    int confidence() {
      return marked == 0 ? 0 : (int) (100.0 * spelled / (marked + 0.5));
    }
  }

  private VietnameseEncoding() {}

  /** The text, or null if the bytes are not Vietnamese in one of these encodings. */
  static @Nullable DecodedText decode(byte[] bytes) {
    DecodedText best = null;
    for (Charset charset : Encodings.VIETNAMESE) {
      String raw = TextDecoder.strictly(charset, bytes);
      if (raw == null) {
        continue;
      }
      String text = TextDecoder.normalized(raw);
      Evidence evidence = Evidence.of(text, !charset.name().equals("TCVN3"));
      boolean better = best == null || evidence.confidence() > best.confidence();
      if (better && evidence.isVietnamese() && hasOwnLetters(text)) {
        best = new DecodedText(text, charset.name(), evidence.confidence());
      }
    }
    return best;
  }

  /**
   * How certain it is that {@code text}, decoded in a Vietnamese encoding, is Vietnamese: 0 to 100;
   * also 100 if there are too few words to judge.
   */
  static int confidence(String text) {
    Evidence evidence = Evidence.of(Normalizer.normalize(text, Normalizer.Form.NFC), false);
    return evidence.marked() < FEW ? 100 : evidence.confidence();
  }

  private static boolean hasOwnLetters(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long own = text.chars().filter(VietnameseEncoding::isVietnameseOnly).count();
    return own > 0 && own >= LEAST_LETTERS * letters;
  }

  /** Letters of the Vietnamese alphabet that are very rare in other languages. */
  static boolean isVietnameseOnly(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || HOOKED.indexOf(c) >= 0;
  }
}
