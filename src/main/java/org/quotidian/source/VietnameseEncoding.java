package org.quotidian.source;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.VietnameseSyllables;

/**
 * Recognises the encodings that Vietnamese was written in before Unicode (windows-1258, TCVN3, VNI,
 * VISCII, VPS), which general detectors do not know: the one that makes Vietnamese syllables of the
 * bytes.
 */
final class VietnameseEncoding {

  /**
   * Vietnamese prose has one letter in four that few other languages have; names and numbers lower
   * that.
   */
  private static final double LEAST_LETTERS = 0.05;

  /** Of the words with a letter outside ASCII; a wrong encoding gets less than half right. */
  private static final double LEAST_SPELLED = 0.75;

  /** Of all words: Vietnamese news has foreign names, French has no Vietnamese words. */
  private static final double LEAST_SYLLABLES = 0.5;

  /** Marked words below which a share of them says little. */
  private static final int FEW = 5;

  private static final String HOOKED = "ăâđơưĂÂĐƠƯ";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern HUMPED = Pattern.compile("\\p{Ll}\\p{M}*\\p{Lu}");

  /** How much of a text is Vietnamese. */
  private record Evidence(int words, int syllables, int marked, int spelled) {

    /**
     * @param capitals whether the encoding has capitals with tones; else a word in capitals has
     *     small letters among them
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
            !(capitals && HUMPED.matcher(word).find()) && VietnameseSyllables.contain(word);
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

    /** Of 100. Ten words of which all are right are worth more than one. */
    int confidence() {
      return marked == 0 ? 0 : (int) (100.0 * spelled / (marked + 0.5));
    }
  }

  private VietnameseEncoding() {}

  /** The text, or null where the bytes are not Vietnamese in one of these encodings. */
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
   * How sure it is that {@code text}, read in a Vietnamese encoding, is Vietnamese: of 100; 100
   * also where there are too few words to tell.
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

  /** Letters of the Vietnamese alphabet that hardly any other language has. */
  static boolean isVietnameseOnly(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || HOOKED.indexOf(c) >= 0;
  }
}
