package org.quotidian.nlp.vietnamese;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quotidian.language.WordList;

/** The values of amounts: number and unit, ISO 8601 durations, ordinals. */
final class Amounts {

  private static final Pattern MANY = Pattern.compile("(hàng|vài|mấy|nhiều)(?: (.*))?");

  private final VietnameseNumbers numbers;
  private final Map<String, String> durations = new HashMap<>();
  private final Map<String, String> currencies = new HashMap<>();

  Amounts(VietnameseNumbers numbers, List<String> units) {
    this.numbers = numbers;
    for (String line : units) {
      String[] columns = line.split("\t");
      (columns[0].equals("duration") ? durations : currencies).put(columns[1], columns[2]);
    }
  }

  static Amounts load() {
    return new Amounts(VietnameseNumbers.load(), WordList.read(Amounts.class, "units.txt"));
  }

  VietnameseNumbers numbers() {
    return numbers;
  }

  /** {@code 1200000 VND}; {@code >=1000000000 USD} for <i>hàng tỉ USD</i>. */
  String money(Groups groups) {
    String amount = range(groups);
    String currency = currencies.get(groups.get("cur", ""));
    return amount.isEmpty() || currency == null ? "" : amount + " " + currency;
  }

  String percent(Groups groups) {
    String amount = range(groups);
    return amount.isEmpty() ? "" : amount + "%";
  }

  String number(Groups groups) {
    if (groups.has("u") && groups.has("n2")) { // 5-7 triệu: the scale applies to both
      String scale = " " + groups.get("u", "");
      return between(amount(groups.get("n", "") + scale), amount(groups.get("n2", "") + scale));
    }
    return range(groups);
  }

  String ordinal(Groups groups) {
    String number = groups.get("n", "");
    return number.equals("đầu tiên") ? "1" : amount(number);
  }

  /** {@code P2Y3M}, {@code PT1H30M}; {@code PXY} for <i>nhiều năm</i>, as in TIMEX3. */
  String duration(Groups groups) {
    String unit = durations.get(groups.get("u", ""));
    if (unit == null) {
      return "";
    }
    String first = groups.get("n", "");
    if (first.equals("nửa")) {
      return half(unit);
    }
    String amount = MANY.matcher(first).matches() ? "X" : amount(first);
    if (groups.has("half") && !amount.equals("X")) {
      amount = VietnameseNumbers.plain(new BigDecimal(amount).add(new BigDecimal("0.5")));
    }
    if (amount.isEmpty()) {
      return "";
    }
    String second = durations.get(groups.get("u2", ""));
    if (groups.has("n2") && second == null) { // 2-3 năm
      return "P" + part(amount, unit) + "/P" + part(amount(groups.get("n2", "")), unit);
    }
    if (second == null) {
      return "P" + part(amount, unit);
    }
    String rest = part(amount(groups.get("n2", "")), second);
    boolean bothInDay = unit.startsWith("T") && rest.startsWith("T");
    return "P" + part(amount, unit) + (bothInDay ? rest.substring(1) : rest);
  }

  private static String half(String unit) {
    return switch (unit) {
      case "%Y" -> "P6M";
      case "%D" -> "PT12H";
      case "T%H" -> "PT30M";
      default -> "P" + part("0.5", unit);
    };
  }

  private static String part(String amount, String unit) {
    return unit.replace("%", amount);
  }

  private String range(Groups groups) {
    String first = groups.get("n", "");
    if (!groups.has("n2")) {
      return amount(first);
    }
    String second = groups.get("n2", "");
    int blank = second.indexOf(' ');
    boolean scaleOfBoth = blank > 0 && first.indexOf(' ') < 0;
    return between(amount(scaleOfBoth ? first + second.substring(blank) : first), amount(second));
  }

  private static String between(String low, String high) {
    return low.isEmpty() || high.isEmpty() ? "" : low + "-" + high;
  }

  private String amount(String number) {
    var many = MANY.matcher(number);
    if (many.matches()) {
      Optional<BigDecimal> scale = numbers.value(many.group(2) == null ? "" : many.group(2));
      return scale.map(value -> ">=" + VietnameseNumbers.plain(value)).orElse("");
    }
    return numbers.value(number).map(VietnameseNumbers::plain).orElse("");
  }
}
