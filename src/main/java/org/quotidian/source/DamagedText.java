package org.quotidian.source;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Text in Unicode of which a few bytes are damaged (cut off, spliced, changed). As in browsers,
 * each sequence that does not fit becomes U+FFFD; the rest of the article is read.
 */
final class DamagedText {

  private static final char LOST = '\uFFFD';

  /** The share of characters; with more, the text is in another encoding or makes no sense. */
  private static final double MOST_LOST = 0.01;

  /** In a short text a single damaged byte is a larger share. */
  private static final int SHORT = 10; // characters

  private DamagedText() {}

  /** The text with U+FFFD for what is damaged; null if that is too much. */
  static @Nullable String repaired(Charset charset, byte[] bytes) {
    String text = new String(bytes, charset);
    long lost = lost(text);
    boolean single = lost == 1 && text.length() >= SHORT;
    return single || lost <= MOST_LOST * text.length() ? text : null;
  }

  /**
   * Whether text that was repaired as UTF-8 was UTF-8: it has more characters of several bytes than
   * damaged ones, which never happens in other encodings; if it says that it is UTF-8, one is
   * enough.
   */
  static boolean isUtf8(String repaired, boolean saysSo) {
    long several = repaired.chars().filter(c -> c >= 0x80 && c != LOST).count();
    return several > (saysSo ? 0 : lost(repaired));
  }

  /** How many characters of a text are lost. */
  static long lost(String text) {
    return text.chars().filter(c -> c == LOST).count();
  }
}
