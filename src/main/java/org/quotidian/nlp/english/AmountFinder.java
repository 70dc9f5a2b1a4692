package org.quotidian.nlp.english;

import edu.stanford.nlp.ie.NumberNormalizer;
import edu.stanford.nlp.ling.CoreAnnotations.NumericCompositeTypeAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.NumericCompositeValueAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokenEndAnnotation;
import edu.stanford.nlp.util.CoreMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;
import org.quotidian.model.Token;

/**
 * Finds amounts of money, percentages, numbers and ordinals. CoreNLP reads the numbers, and {@link
 * Units} what they count.
 */
final class AmountFinder {

  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern CODE = Pattern.compile("0\\d+"); // 0915

  private static final Pattern RANGE =
      Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)[-–](\\d[\\d,]*(?:\\.\\d+)?)");

  /** Tokens with a value. */
  record Amount(int first, int end, EntityType type, String value) {}

  /** A number or a range of numbers, before its unit is known. */
  private record Figure(int first, int end, BigDecimal low, BigDecimal high, Form form) {
    String value() {
      return low.equals(high) ? plain(low) : plain(low) + "-" + plain(high);
    }

    Figure times(BigDecimal factor) {
      return new Figure(first, end, low.multiply(factor), high.multiply(factor), form);
    }
  }

  private enum Form {
    NUMBER,
    ORDINAL,
    GLUED, // 5m
    RANGE
  }

  private final Units units;

  AmountFinder(Units units) {
    this.units = units;
  }

  static AmountFinder load() {
    return new AmountFinder(Units.load());
  }

  /** In the order of the text, not overlapping. */
  List<Amount> in(List<Token> sentence) {
    var amounts = new ArrayList<Amount>();
    int free = 0;
    for (Figure figure : figures(sentence)) {
      Optional<Amount> amount =
          figure.first() < free ? Optional.empty() : amount(figure, sentence, free);
      if (amount.isPresent()) {
        amounts.add(amount.get());
        free = amount.get().end();
      }
    }
    return amounts;
  }

  private Optional<Amount> amount(Figure figure, List<Token> sentence, int free) {
    if (figure.form() == Form.ORDINAL) {
      return ordinal(figure, sentence);
    }
    int percent = units.percentAt(sentence, figure.end());
    if (percent > 0) {
      return Optional.of(
          new Amount(
              figure.first(), figure.end() + percent, EntityType.PERCENT, figure.value() + "%"));
    }
    return money(figure, sentence, free)
        .or(() -> figure.form() == Form.NUMBER ? number(figure, sentence) : Optional.empty());
  }

  private Optional<Amount> money(Figure figure, List<Token> sentence, int free) {
    int before = figure.first() - 1;
    Optional<String> sign =
        before < free ? Optional.empty() : units.before(sentence.get(before).text());
    if (sign.isPresent()) {
      return Optional.of(money(before, figure.end(), figure, sign.get()));
    }
    return units
        .after(sentence, figure.end())
        .map(
            unit ->
                money(
                    figure.first(),
                    figure.end() + unit.tokens(),
                    figure.times(unit.factor()),
                    unit.currency()));
  }

  private static Amount money(int first, int end, Figure figure, String currency) {
    return new Amount(first, end, EntityType.MONEY, figure.value() + " " + currency);
  }

  private static Optional<Amount> number(Figure figure, List<Token> sentence) {
    Token first = sentence.get(figure.first());
    boolean alone = figure.end() == figure.first() + 1;
    if (alone && first.text().equalsIgnoreCase("one") && !countsWhatFollows(figure, sentence)) {
      return Optional.empty(); // one of them, no one: not amounts
    }
    boolean afterName = figure.first() > 0 && sentence.get(figure.first() - 1).tag().equals("NNP");
    if (alone && afterName && WHOLE.matcher(first.text()).matches()
        || CODE.matcher(first.text()).matches()) {
      return Optional.empty(); // Boeing 747, Channel 4: not amounts
    }
    return Optional.of(new Amount(figure.first(), figure.end(), EntityType.NUMBER, figure.value()));
  }

  private static boolean countsWhatFollows(Figure figure, List<Token> sentence) {
    if (figure.end() == sentence.size()) {
      return false;
    }
    String next = sentence.get(figure.end()).tag();
    return next.startsWith("NN") || next.startsWith("JJ");
  }

  private Optional<Amount> ordinal(Figure figure, List<Token> sentence) {
    Token last = sentence.get(figure.end() - 1);
    boolean adverb = last.tag().equals("RB"); // when he first came
    boolean unit = last.text().equalsIgnoreCase("second") && !last.tag().equals("JJ");
    return adverb || unit || isPart(figure, sentence)
        ? Optional.empty()
        : Optional.of(new Amount(figure.first(), figure.end(), EntityType.ORDINAL, figure.value()));
  }

  /** Whether it is a fraction: one-third, a fifth of; not: a third man. */
  private boolean isPart(Figure figure, List<Token> sentence) {
    String text = sentence.get(figure.first()).text().toLowerCase(Locale.ROOT);
    int hyphen = text.indexOf('-');
    if (hyphen > 0) {
      return units.countsParts(text.substring(0, hyphen));
    }
    return figure.first() > 0
        && units.countsParts(sentence.get(figure.first() - 1).text())
        && !countsWhatFollows(figure, sentence);
  }

  private List<Figure> figures(List<Token> sentence) {
    var figures = new ArrayList<Figure>();
    List<Figure> numbers = numbers(sentence);
    int next = 0;
    for (int i = 0; i < sentence.size(); i++) {
      while (next < numbers.size() && numbers.get(next).first() < i) {
        next++;
      }
      Figure number = next < numbers.size() ? numbers.get(next) : null;
      if (number != null && number.first() == i) {
        figures.add(number);
      } else {
        Figure scale = number != null && number.first() == i + 1 ? number : null;
        figure(sentence.get(i).text(), i, scale).ifPresent(figures::add);
      }
    }
    return figures;
  }

  /**
   * Reads ranges and letters attached to numbers, which CoreNLP does not: 5-10, 5m.
   *
   * @param scale the number that follows, if any: 5-10 million
   */
  private Optional<Figure> figure(String text, int at, @Nullable Figure scale) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      var figure =
          new Figure(at, at + 1, decimal(range.group(1)), decimal(range.group(2)), Form.RANGE);
      return Optional.of(
          scale == null || scale.low().signum() == 0 || scale.form() != Form.NUMBER
              ? figure
              : new Figure(at, scale.end(), figure.low(), figure.high(), Form.RANGE)
                  .times(scale.low()));
    }
    return units.glued(text).map(value -> new Figure(at, at + 1, value, value, Form.GLUED));
  }

  private List<Figure> numbers(List<Token> sentence) {
    var numbers = new ArrayList<Figure>();
    for (CoreMap number : NumberNormalizer.findNumbers(TimeFinder.annotation(sentence))) {
      Number value = number.get(NumericCompositeValueAnnotation.class);
      String type = number.get(NumericCompositeTypeAnnotation.class);
      if (value != null && type != null && Double.isFinite(value.doubleValue())) {
        Figure figure =
            new Figure(
                number.get(TokenBeginAnnotation.class),
                number.get(TokenEndAnnotation.class),
                decimal(value.toString()),
                decimal(value.toString()),
                type.equals("ORDINAL") ? Form.ORDINAL : Form.NUMBER);
        numbers.add(scaled(figure, sentence));
      }
    }
    return numbers;
  }

  /** Reads 2.5bn, which the tokenizer splits. */
  private Figure scaled(Figure figure, List<Token> sentence) {
    int end = figure.end();
    if (end == sentence.size() || sentence.get(end).start() > sentence.get(end - 1).end()) {
      return figure;
    }
    return units
        .scale(sentence.get(end).text())
        .map(
            scale ->
                new Figure(figure.first(), end + 1, figure.low(), figure.high(), Form.GLUED)
                    .times(scale))
        .orElse(figure);
  }

  private static BigDecimal decimal(String figures) {
    // A double has fifteen digits, and CoreNLP multiplies doubles.
    return new BigDecimal(figures.replace(",", "")).round(new MathContext(15));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
