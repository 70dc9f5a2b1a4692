package org.quotidian.language;

import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The syllables of Vietnamese, of which all words consist. A syllable has an onset, a rhyme and a
 * tone; {@code vietnamese-syllables.txt} lists the onsets and rhymes. Stateless and thread-safe.
 */
public final class VietnameseSyllables {

  private static final int LONGEST_ONSET = 3; // ngh
  private static final int LONGEST = 7; // nghiêng

  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** Rhymes that end in a stop have only one of two tones. */
  private static final Pattern STOP = Pattern.compile(".*(?:c|ch|p|t)");

  private static final Pattern SHARP = Pattern.compile("[\u0301\u0323]");

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
              + "(?:[aeiouyăâêôơư]{1,3})(?:ch|c|m|ng|nh|n|p|t)?");

  private static final Set<String> ONSETS;
  private static final Set<String> RHYMES;
  private static final Set<String> UNACCENTED_ONSETS;
  private static final Set<String> UNACCENTED_RHYMES;

  static {
    Map<String, List<String>> parts =
        WordList.sections(VietnameseSyllables.class, "vietnamese-syllables.txt");
    ONSETS = words(parts, Stream.of("onset"), onset -> onset);
    RHYMES = words(parts, Stream.of("rhyme", "rare rhyme"), rhyme -> rhyme);
    UNACCENTED_ONSETS =
        words(parts, Stream.of("onset"), onset -> onset.equals("q") ? "qu" : unaccented(onset));
    UNACCENTED_RHYMES = words(parts, Stream.of("rhyme"), VietnameseSyllables::unaccented);
  }

  private static final Map<String, String> OLD_TO_NEW =
      Map.ofEntries(
          Map.entry("oà", "òa"),
          Map.entry("oá", "óa"),
          Map.entry("oả", "ỏa"),
          Map.entry("oã", "õa"),
          Map.entry("oạ", "ọa"),
          Map.entry("oè", "òe"),
          Map.entry("oé", "óe"),
          Map.entry("oẻ", "ỏe"),
          Map.entry("oẽ", "õe"),
          Map.entry("oẹ", "ọe"),
          Map.entry("uỳ", "ùy"),
          Map.entry("uý", "úy"),
          Map.entry("uỷ", "ủy"),
          Map.entry("uỹ", "ũy"),
          Map.entry("uỵ", "ụy"));

  private VietnameseSyllables() {}

  private static Set<String> words(
      Map<String, List<String>> parts, Stream<String> headings, UnaryOperator<String> spelling) {
    return headings
        .flatMap(heading -> parts.getOrDefault(heading, List.of()).stream())
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .map(spelling)
        .collect(toSet());
  }

  /** A word in lower case as letters, with their hooks and circumflexes, and tones. */
  private record Spelling(String letters, String tones) {

    static Spelling of(String lower) {
      var letters = new StringBuilder();
      var tones = new StringBuilder();
      for (char c : Normalizer.normalize(lower, Normalizer.Form.NFD).toCharArray()) {
        (TONES.indexOf(c) < 0 ? letters : tones).append(c);
      }
      return new Spelling(Normalizer.normalize(letters, Normalizer.Form.NFC), tones.toString());
    }
  }

  /**
   * Whether a word is a correctly spelled syllable ({@code nghiêng}) and not the result of a wrong
   * encoding ({@code nghiÞng}).
   *
   * @param word letters only, composed or not, in any case
   */
  public static boolean isSyllable(String word) {
    Spelling spelling = Spelling.of(word.toLowerCase(Locale.ROOT));
    String letters = spelling.letters();
    boolean sharp = SHARP.matcher(spelling.tones()).matches();
    if (spelling.tones().length() > 1 || (STOP.matcher(letters).matches() && !sharp)) {
      return false;
    }
    for (int i = Math.min(LONGEST_ONSET, letters.length()); i >= 0; i--) {
      String onset = letters.substring(0, i);
      if ((i == 0 || ONSETS.contains(onset)) && RHYMES.contains(letters.substring(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a syllable typed without any diacritics, {@code d} for {@code đ}. */
  public static boolean isUnaccentedSyllable(String lower) {
    for (int i = Math.min(LONGEST_ONSET, lower.length() - 1); i >= 0; i--) {
      String onset = lower.substring(0, i);
      String rhyme = lower.substring(i);
      if ((i == 0 || UNACCENTED_ONSETS.contains(onset))
          && UNACCENTED_RHYMES.contains(rhyme)
          && isSpelled(onset, rhyme)) {
        return true;
      }
    }
    return false;
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

  /**
   * Whether a word has the form of a syllable, like {@code nguyễn} and unlike {@code trump}. Some
   * short foreign words do too; the model of names was trained with this rule.
   */
  public static boolean isLikeSyllable(String lower) {
    return lower.length() <= LONGEST && SHAPE.matcher(Spelling.of(lower).letters()).matches();
  }

  /** The text without tones, hooks and circumflexes: {@code d} for {@code đ}. */
  static String unaccented(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  /**
   * The normal spelling, which every look-up and model uses. The same word is written <i>hòa</i> in
   * newspapers and <i>hoà</i> in treebanks, and its letters may be composed or decomposed.
   *
   * @return the syllable in NFC with its tone mark where newspapers put it, in its original case
   */
  public static String normal(String syllable) {
    String composed =
        isAscii(syllable) ? syllable : Normalizer.normalize(syllable, Normalizer.Form.NFC);
    int length = composed.length();
    if (length < 2) {
      return composed;
    }
    String rhyme = composed.substring(length - 2);
    String moved = OLD_TO_NEW.get(rhyme.toLowerCase(Locale.ROOT));
    boolean afterQ = length > 2 && "qQ".indexOf(composed.charAt(length - 3)) >= 0;
    if (moved == null || (afterQ && moved.charAt(1) == 'y')) {
      return composed;
    }
    return composed.substring(0, length - 2)
        + cased(moved.charAt(0), rhyme.charAt(0))
        + cased(moved.charAt(1), rhyme.charAt(1));
  }

  private static char cased(char letter, char like) {
    return Character.isUpperCase(like) ? Character.toUpperCase(letter) : letter;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
