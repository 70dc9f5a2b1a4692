package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.VietnameseSyllables;

/** Makes {@code capital-ratios.txt} from raw texts. The model must be trained again afterwards. */
final class CapitalCounts {

  private static final int LEAST_SEEN = 20;

  /** A syllable, a punctuation mark after which a sentence may begin, or a number. */
  private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}]+|[.!?…:“\"”‘(\\-–]|\\d+");

  private static final String OPENING = ".!?…:“\"”‘(-–";

  private final Map<String, int[]> lowerAndUpper = new TreeMap<>();

  /**
   * Writes the list.
   *
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}
   * @param without keys of texts that are reserved for evaluation
   * @throws IOException if a file cannot be read or written
   */
  static void write(List<Path> texts, Set<String> without, Path list) throws IOException {
    var counts = new CapitalCounts();
    for (Path file : texts) {
      AnnotationFile.texts(file)
          .forEach(
              (key, text) -> {
                if (!without.contains(key)) {
                  text.lines().forEach(counts::add);
                }
              });
    }
    var lines = new ArrayList<String>();
    lines.add(
        "# How often a syllable has a capital inside a sentence, in tenths; counted in Vietnamese news.");
    counts.lowerAndUpper.forEach(
        (syllable, count) -> {
          int total = count[0] + count[1];
          if (total >= LEAST_SEEN) {
            lines.add(syllable + "\t" + Math.round(10.0 * count[1] / total));
          }
        });
    Files.write(list, lines);
  }

  private void add(String line) {
    boolean first = true;
    Matcher piece = PIECE.matcher(line);
    while (piece.find()) {
      String text = piece.group();
      if (!Character.isLetter(text.charAt(0))) {
        first |= OPENING.contains(text);
      } else if (first) {
        first = false;
      } else {
        String key = VietnameseSyllables.normal(text.toLowerCase(Locale.ROOT));
        lowerAndUpper
            .computeIfAbsent(key, k -> new int[2])[Character.isUpperCase(text.charAt(0)) ? 1 : 0]++;
      }
    }
  }
}
