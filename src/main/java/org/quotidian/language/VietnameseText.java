package org.quotidian.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises Vietnamese by its letters, or by its syllables if it was typed without diacritics
 * (<i>khong co dau</i>). Every Vietnamese word is one of a limited set of syllables.
 */
final class VietnameseText {

  private static final String PROPERTIES = "vietnamese-unaccented.properties";

  /**
   * Share of all letters. Vietnamese news has at least 0.15; French, Portuguese and Czech have
   * almost none.
   */
  private static final double LEAST_ACCENTED = 0.06;

  private static final int LEAST_WORDS = 6;

  /**
   * Shares of all words. Measured on 3,000 news articles with their diacritics removed; see the
   * test.
   */
  private static final double LEAST_SYLLABLES = 0.80;

  private static final double LEAST_FREQUENT = 0.10;
  private static final double PLAUSIBLE_SYLLABLES = 0.65;

  /** Letters that occur in Vietnamese only in foreign names, but in every other word of pinyin. */
  private static final Pattern FOREIGN_LETTER = Pattern.compile("[fjwz]");

  private static final double MOST_FOREIGN = 0.12;

  private final Set<String> syllables;
  private final Set<String> frequent;

  VietnameseText() {
    Properties properties = new Properties();
    try (InputStream in = VietnameseText.class.getResourceAsStream(PROPERTIES)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + PROPERTIES);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> onsets = words(properties, "onsets");
    Set<String> rhymes = words(properties, "rhymes");
    this.syllables =
        rhymes.stream()
            .flatMap(
                rhyme ->
                    onsets.stream()
                        .filter(onset -> isSpelled(onset, rhyme))
                        .map(onset -> onset + rhyme))
            .collect(Collectors.toSet());
    this.syllables.addAll(rhymes);
    this.frequent = words(properties, "frequent");
  }

  /**
   * Whether the spelling is possible: the same sound is written c, g, ng before some vowels and k,
   * gh, ngh before the others.
   */
  private static boolean isSpelled(String onset, String rhyme) {
    boolean front = "eiy".indexOf(rhyme.charAt(0)) >= 0;
    return switch (onset) {
      case "c", "g", "ng" -> !front;
      case "k", "gh", "ngh" -> front;
      default -> true;
    };
  }

  private static Set<String> words(Properties properties, String key) {
    return Arrays.stream(properties.getProperty(key, "").split("\\s+")).collect(Collectors.toSet());
  }

  /** Whether enough of its letters occur only in Vietnamese. */
  boolean isAccented(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own = text.codePoints().filter(VietnameseText::isOwnLetter).count();
    return own > 0 && own >= LEAST_ACCENTED * letters;
  }

  /** Whether this is Vietnamese without any diacritics. */
  boolean isUnaccented(String text) {
    List<String> words = words(text);
    return words.size() >= LEAST_WORDS
        && share(words, syllables) >= LEAST_SYLLABLES
        && share(words, frequent) >= LEAST_FREQUENT;
  }

  /**
   * Whether this could be Vietnamese with names and foreign words in it. Needs other evidence as
   * well.
   */
  boolean isPlausible(String text) {
    List<String> words = words(withoutMarks(text));
    long foreign = words.stream().filter(word -> FOREIGN_LETTER.matcher(word).find()).count();
    return share(words, syllables) >= PLAUSIBLE_SYLLABLES && foreign <= MOST_FOREIGN * words.size();
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static double share(List<String> words, Set<String> of) {
    return words.isEmpty()
        ? 0
        : (double) words.stream().filter(of::contains).count() / words.size();
  }

  private static boolean isOwnLetter(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || "ăđơưĂĐƠƯ".indexOf(c) >= 0;
  }
}
