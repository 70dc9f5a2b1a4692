package org.quotidian.nlp.vietnamese;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quotidian.language.WordList;

/**
 * The values of numbers in figures and words: {@code 1,2 triệu}, {@code 3.000}, {@code hai mươi
 * mốt}.
 */
final class VietnameseNumbers {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Map<String, BigDecimal> values = new HashMap<>();
  private final Map<String, BigDecimal> scales = new HashMap<>();

  VietnameseNumbers(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      if (columns[1].startsWith("*")) {
        scales.put(columns[0], new BigDecimal(columns[1].substring(1)));
      } else {
        values.put(columns[0], new BigDecimal(columns[1]));
      }
    }
  }

  static VietnameseNumbers load() {
    return new VietnameseNumbers(WordList.read(VietnameseNumbers.class, "numbers.txt"));
  }

  /** The value of a number in lower case; empty if one of its words is not a number. */
  Optional<BigDecimal> value(String number) {
    BigDecimal total = BigDecimal.ZERO; // the part completed by larger scales
    BigDecimal open = BigDecimal.ZERO; // the part before the next scale
    BigDecimal last = BigDecimal.ONE; // the last scale, which rưỡi halves
    boolean any = false;
    for (String word : number.replaceAll("(?<=\\d)(?=\\p{L})", " ").strip().split(" ")) {
      BigDecimal scale = scales.get(word);
      if (word.equals("rưỡi")) {
        total = total.add(last.multiply(HALF));
      } else if (scale == null) {
        Optional<BigDecimal> value = simple(word);
        if (value.isEmpty() && !word.equals("linh") && !word.equals("lẻ")) {
          return Optional.empty();
        }
        open = open.add(value.orElse(BigDecimal.ZERO));
      } else if (scale.compareTo(THOUSAND) < 0) {
        open = scaled(open, scale);
        last = scale;
      } else {
        boolean ofTotal = open.signum() == 0 && total.signum() > 0;
        total = ofTotal ? total.multiply(scale) : total.add(scaled(open, scale));
        open = BigDecimal.ZERO;
        last = scale;
      }
      any = true;
    }
    return any ? Optional.of(total.add(open)) : Optional.empty();
  }

  /** hai mươi: 2 * 10. But in một trăm hai mươi only the two is multiplied. */
  private static BigDecimal scaled(BigDecimal open, BigDecimal scale) {
    if (open.signum() == 0) {
      return scale;
    }
    BigDecimal digit = open.remainder(BigDecimal.TEN);
    boolean onlyLast =
        scale.compareTo(BigDecimal.TEN) == 0 && digit.signum() > 0 && open.compareTo(digit) > 0;
    return onlyLast ? open.subtract(digit).add(digit.multiply(scale)) : open.multiply(scale);
  }

  private Optional<BigDecimal> simple(String word) {
    BigDecimal value = values.get(word);
    if (value != null) {
      return Optional.of(value);
    }
    return word.isEmpty() || !Character.isDigit(word.charAt(0)) ? Optional.empty() : figures(word);
  }

  /** The point separates thousands and the comma decimals, but 1.5 has one decimal. */
  private static Optional<BigDecimal> figures(String figures) {
    String plain = figures;
    if (figures.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?")) {
      plain = figures.replace(".", "");
    } else if (figures.matches("\\d{1,3}(?:,\\d{3}){2,}")) {
      plain = figures.replace(",", "");
    }
    plain = plain.replace(',', '.');
    return plain.matches("\\d+(?:\\.\\d+)?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /** Without exponent and trailing zeros. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
