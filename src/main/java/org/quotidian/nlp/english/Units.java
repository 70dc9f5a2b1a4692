package org.quotidian.nlp.english;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.language.WordList;
import org.quotidian.model.Token;

/** Symbols and words for currencies and percentages: {@code units.txt}. */
final class Units {

  private static final int LONGEST = 3; // tokens of an entry
  private static final Pattern GLUED = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)([a-z]{1,2})");

  /**
   * A currency after an amount.
   *
   * @param tokens how many tokens name it
   * @param currency ISO 4217
   * @param factor to multiply the amount by: 0.01 for cents
   */
  record Currency(int tokens, String currency, BigDecimal factor) {}

  private final Map<String, String> before = new HashMap<>();
  private final Map<String, Currency> after = new HashMap<>();
  private final Map<String, BigDecimal> scales = new HashMap<>();
  private final Set<String> percent = new HashSet<>();
  private final Set<String> fraction = new HashSet<>();

  Units(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      String word = columns[1];
      int tokens = word.split(" ").length;
      switch (columns[0]) {
        case "before" -> before.put(word, columns[2]);
        case "after" -> after.put(word, new Currency(tokens, columns[2], BigDecimal.ONE));
        case "part" -> after.put(word, new Currency(tokens, columns[2], new BigDecimal("0.01")));
        case "scale" -> scales.put(word, new BigDecimal(columns[2]));
        case "percent" -> percent.add(word);
        case "fraction" -> fraction.add(word);
        default -> throw new IllegalStateException("units.txt: " + line);
      }
    }
  }

  static Units load() {
    return new Units(WordList.read(Units.class, "units.txt"));
  }

  /** The currency of a symbol or code before an amount. */
  Optional<String> before(String text) {
    return Optional.ofNullable(before.get(text));
  }

  /** The currency with the longest name that begins at this token. */
  Optional<Currency> after(List<Token> sentence, int from) {
    for (int length = LONGEST; length > 0; length--) {
      Currency currency = after.get(words(sentence, from, length));
      if (currency != null) {
        return Optional.of(currency);
      }
    }
    return Optional.empty();
  }

  /**
   * How many tokens, beginning at this one, turn the number before them into a percentage; 0 if
   * none.
   */
  int percentAt(List<Token> sentence, int from) {
    for (int length = LONGEST; length > 0; length--) {
      if (percent.contains(words(sentence, from, length))) {
        return length;
      }
    }
    return 0;
  }

  /** The value of numbers such as <i>5m</i> and <i>1.2bn</i>. */
  Optional<BigDecimal> glued(String text) {
    Matcher match = GLUED.matcher(text);
    BigDecimal scale = match.matches() ? scales.get(match.group(2)) : null;
    return scale == null
        ? Optional.empty()
        : Optional.of(new BigDecimal(match.group(1).replace(",", "")).multiply(scale));
  }

  /** The factor for letters attached to a number. */
  Optional<BigDecimal> scale(String letters) {
    return Optional.ofNullable(scales.get(letters));
  }

  /** Whether an ordinal after this word may be a fraction: a third, two fifths. */
  boolean countsParts(String word) {
    return fraction.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The words from {@code from} on; empty if the sentence is too short. */
  private static String words(List<Token> sentence, int from, int length) {
    if (from + length > sentence.size()) {
      return "";
    }
    var words = new StringBuilder(sentence.get(from).text());
    for (int i = from + 1; i < from + length; i++) {
      words.append(' ').append(sentence.get(i).text());
    }
    return words.toString();
  }
}
