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
 * Knows Vietnamese by its letters, and where they were typed without diacritics (<i>khong co
 * dau</i>) by its syllables: each word is one, and there are only so many of them.
 */
final class VietnameseText {

  /**
   * Share of the letters; Vietnamese news has 0.15 and more, French, Portuguese, Czech next to
   * none.
   */
  private static final double LEAST_ACCENTED = 0.06;

  private static final int LEAST_WORDS = 6;

  /**
   * Shares of the words. Measured on 3,000 news articles with their accents stripped; see the test.
   */
  private static final double LEAST_SYLLABLES = 0.80;

  private static final double LEAST_FREQUENT = 0.10;
  private static final double PLAUSIBLE_SYLLABLES = 0.65;

  /** Letters that Vietnamese has in foreign names only, and pinyin in every other word. */
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
        && share(words, VietnameseSyllables::containUnaccented) >= LEAST_SYLLABLES
        && share(words, FREQUENT::contains) >= LEAST_FREQUENT;
  }

  /** Whether this may be Vietnamese, names and foreign words included, if others think so. */
  static boolean isPlausible(String text) {
    List<String> words = words(VietnameseSyllables.unaccented(text));
    long foreign = words.stream().filter(word -> FOREIGN_LETTER.matcher(word).find()).count();
    return share(words, VietnameseSyllables::containUnaccented) >= PLAUSIBLE_SYLLABLES
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
