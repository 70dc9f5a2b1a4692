package org.quotidian.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The supported encodings: Java's, and those used in Vietnam before Unicode. */
final class Encodings {

  /** In the order in which they are tried. If two give the same text, the first one is reported. */
  static final List<Charset> VIETNAMESE =
      List.of(
          Charset.forName("windows-1258"),
          new TableCharset("TCVN3", "ABC", "x-viet-tcvn3"),
          new TableCharset("VNI", "VNI-WIN", "x-viet-vni"),
          new TableCharset("VISCII", "csVISCII", "x-viet-viscii"),
          new TableCharset("VPS", "x-viet-vps"),
          new TableCharset("TCVN5712", "TCVN", "TCVN-5712", "TCVN5712-1", "x-viet-tcvn5712"));

  private static final int LARGEST_TYPO = 3; // edits

  private static final int LOOKED_AT = 4096; // bytes

  /** In UTF-16, the share of NUL bytes at every second place; the letters of Europe have them. */
  private static final double LEAST_ZEROS = 0.3;

  private Encodings() {}

  /** The encoding with this name or alias, in any case; empty if there is none. */
  static Optional<Charset> named(String name) {
    for (Charset charset : VIETNAMESE) {
      if (charset.name().equalsIgnoreCase(name)
          || charset.aliases().stream().anyMatch(name::equalsIgnoreCase)) {
        return Optional.of(charset);
      }
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Which UTF-16 a text without a byte order mark is in: letters of ASCII have a NUL before or
   * behind them, and no text has both. Empty if it is not UTF-16.
   */
  static Optional<Charset> utf16(byte[] bytes) {
    int[] zeros = new int[2];
    int length = Math.min(LOOKED_AT, bytes.length) & ~1;
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int least = (int) Math.ceil(LEAST_ZEROS * length / 2);
    if (length == 0 || Math.min(zeros[0], zeros[1]) > 0 || zeros[0] + zeros[1] < least) {
      return Optional.empty();
    }
    return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  /** The known name that is most similar to {@code name}; empty if none is similar. */
  static Optional<String> nearest(String name) {
    TreeSet<String> known = new TreeSet<>(Charset.availableCharsets().keySet());
    VIETNAMESE.forEach(charset -> known.add(charset.name()));
    LevenshteinDistance distance = new LevenshteinDistance(LARGEST_TYPO);
    String lower = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> distance.apply(candidate.toLowerCase(Locale.ROOT), lower) >= 0)
        .min(
            Comparator.comparing(
                candidate -> distance.apply(candidate.toLowerCase(Locale.ROOT), lower)));
  }
}
