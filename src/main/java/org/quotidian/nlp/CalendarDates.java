package org.quotidian.nlp;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.WordList;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;

/**
 * Finds dates with a day or a month and percentages in languages for which there is nothing better
 * that could be used, by the patterns in {@code dates.tsv} and Java's names of months. Thread-safe.
 */
final class CalendarDates {

  private static final String MONTH = "<month>";
  private static final String BLANK = "[\\\\s\\\\u00a0\\\\u202f]";

  /** Neither inside a word nor inside a number. */
  private static final String BEGIN = "(?<![\\p{N}.,/]|[\\p{L}&&[^\\p{IsHan}]])";

  private static final String END = "(?![\\p{N}/]|[\\p{L}&&[^\\p{IsHan}]])";

  private record Rule(EntityType type, Pattern pattern) {}

  private final Map<String, Integer> months = new HashMap<>();
  private final List<Rule> rules;

  private CalendarDates(String language) {
    Locale locale = Locale.forLanguageTag(language);
    for (Month month : Month.values()) {
      for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.FULL_STANDALONE}) {
        months.put(month.getDisplayName(style, locale).toLowerCase(locale), month.getValue());
      }
    }
    this.rules =
        WordList.rows(CalendarDates.class, "dates.tsv").stream()
            .filter(row -> row.get(0).equals(language))
            .map(row -> new Rule(EntityType.valueOf(row.get(1)), pattern(row.get(2))))
            .toList();
  }

  /** Those of a language, by its BCP 47 code; finds nothing in a language without patterns. */
  static CalendarDates of(String language) {
    return new CalendarDates(language);
  }

  private Pattern pattern(String written) {
    String month = "(?<month>" + WordList.anyOf(months.keySet()) + ")";
    return Pattern.compile(
        BEGIN + written.replace(MONTH, month).replaceAll(" ", BLANK) + END,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Dates and percentages with their values: ISO 8601, or a number and {@code %}. The year of a
   * date without one is that which brings it nearest to the date of the article; {@code XXXX} if
   * that is unknown. Nothing that overlaps a name.
   *
   * @param names in text order
   * @return all, in text order
   */
  List<EntityMention> withDates(
      Article article, List<Sentence> sentences, List<EntityMention> names) {
    if (rules.isEmpty()) {
      return names;
    }
    LocalDate today = YearlessDay.reference(article.published());
    var taken = new BitSet();
    names.forEach(name -> taken.set(name.start(), name.end()));
    var all = new ArrayList<>(names);
    for (Sentence sentence : sentences) {
      for (Rule rule : rules) {
        Matcher match =
            rule.pattern.matcher(article.text()).region(sentence.start(), sentence.end());
        match.useTransparentBounds(true);
        while (match.find()) {
          int overlap = taken.nextSetBit(match.start());
          if (overlap < 0 || overlap >= match.end()) {
            value(rule, match, today)
                .ifPresent(
                    value -> {
                      taken.set(match.start(), match.end());
                      all.add(
                          new EntityMention(
                              sentence.index(), rule.type, match.start(), match.end(), "", value));
                    });
          }
        }
      }
    }
    all.sort(Comparator.comparingInt(EntityMention::start));
    return all;
  }

  private Optional<String> value(Rule rule, Matcher match, @Nullable LocalDate today) {
    Optional<String> number = group(rule, match, "n");
    if (number.isPresent()) {
      BigDecimal value = new BigDecimal(number.get().replace(',', '.')).stripTrailingZeros();
      return Optional.of(value.toPlainString() + "%");
    }
    Optional<Integer> year = group(rule, match, "y").map(Integer::valueOf);
    Optional<Integer> month =
        group(rule, match, "month")
            .map(name -> months.get(name.toLowerCase(Locale.ROOT)))
            .or(() -> group(rule, match, "m").map(Integer::valueOf));
    Optional<Integer> day = group(rule, match, "d").map(Integer::valueOf);
    try {
      if (month.isEmpty()) {
        return year.map(String::valueOf);
      }
      if (day.isEmpty()) {
        return year.map(y -> YearMonth.of(y, month.get()).toString());
      }
      return Optional.of(
          year.isPresent()
              ? LocalDate.of(year.get(), month.get(), day.get()).toString()
              : YearlessDay.value(today, month.get(), day.get()));
    } catch (DateTimeException e) {
      return Optional.empty(); // there is no such day
    }
  }

  private static Optional<String> group(Rule rule, Matcher match, String name) {
    return rule.pattern.pattern().contains("(?<" + name + ">")
        ? Optional.ofNullable(match.group(name))
        : Optional.empty();
  }
}
