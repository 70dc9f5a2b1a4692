package org.quotidian.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises Vietnamese by its letters, or by its syllables if it was typed without diacritics
 * (<i>khong co dau</i>). Every Vietnamese word is one of a limited set of syllables.
 */
final class VietnameseText {

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

  private static final Set<String> FREQUENT =
      WordList.read(VietnameseText.class, "frequent-unaccented.txt").stream()
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toSet());

  private VietnameseText() {}

  /** Whether enough of the letters are ones that only Vietnamese has. */
  static boolean isAccented(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own = text.codePoints().filter(VietnameseText::isOwnLetter).count();
    return own > 0 && own >= LEAST_ACCENTED * letters;
  }

  /** Whether this is Vietnamese without any diacritics. */
  static boolean isUnaccented(String text) {
    List<String> words = words(text);
    return words.size() >= LEAST_WORDS
        && share(words, VietnameseSyllables::isUnaccentedSyllable) >= LEAST_SYLLABLES
        && share(words, FREQUENT::contains) >= LEAST_FREQUENT;
  }

  /** Whether this may be Vietnamese, names and foreign words included, if others think so. */
  static boolean isPlausible(String text) {
    List<String> words = words(VietnameseSyllables.unaccented(text));
    long foreign = words.stream().filter(word -> FOREIGN_LETTER.matcher(word).find()).count();
    return share(words, VietnameseSyllables::isUnaccentedSyllable) >= PLAUSIBLE_SYLLABLES
        && foreign <= MOST_FOREIGN * words.size();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static double share(List<String> words, Predicate<String> of) {
    return words.isEmpty() ? 0 : (double) words.stream().filter(of).count() / words.size();
  }

  private static boolean isOwnLetter(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || "ăđơưĂĐƠƯ".indexOf(c) >= 0;
  }
}
