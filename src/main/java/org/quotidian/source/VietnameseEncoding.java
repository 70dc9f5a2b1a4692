package org.quotidian.source;

import java.nio.charset.Charset;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises windows-1258, which general detectors do not know: it writes tones as combining marks,
 * so that in Vietnamese text each of them composes with the letter before it.
 */
final class VietnameseEncoding {

  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

  /**
   * Vietnamese prose has one toned or hooked letter in about four; names and numbers lower that.
   */
  private static final double LEAST_SHARE = 0.05;

  private static final String HOOKED = "ăâđơưĂÂĐƠƯ";

  private VietnameseEncoding() {}

  /** The text, or null where the bytes are not Vietnamese in windows-1258. */
  static @Nullable DecodedText decode(byte[] bytes) {
    String raw = TextDecoder.strictly(WINDOWS_1258, bytes);
    if (raw == null) {
      return null;
    }
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
    long letters = text.chars().filter(Character::isLetter).count();
    long vietnamese = text.chars().filter(VietnameseEncoding::isVietnameseOnly).count();
    long stray =
        text.chars().filter(c -> Character.getType(c) == Character.NON_SPACING_MARK).count();
    boolean plausible =
        vietnamese > 0 && vietnamese >= LEAST_SHARE * letters && stray * 20 <= vietnamese;
    return plausible
        ? new DecodedText(
            TextDecoder.normalized(text), WINDOWS_1258.name(), confidence(vietnamese, stray))
        : null;
  }

  private static int confidence(long vietnamese, long stray) {
    return (int) (100 * vietnamese / (vietnamese + 5 * stray + 2));
  }

  /** Letters of the Vietnamese alphabet that hardly any other language has. */
  static boolean isVietnameseOnly(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || HOOKED.indexOf(c) >= 0;
  }
}
