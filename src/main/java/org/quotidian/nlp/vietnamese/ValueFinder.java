package org.quotidian.nlp.vietnamese;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.quotidian.language.WordList;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.nlp.vietnamese.ValueRules.Rule;

/**
 * Finds dates, times, durations, amounts and numbers, and their values. Immutable and thread-safe.
 */
final class ValueFinder {

  private final ValueRules rules;
  private final Amounts amounts;
  private final List<LocalDate> lunarNewYears;
  private final VietnameseTimeWords timeWords;

  ValueFinder(
      ValueRules rules,
      Amounts amounts,
      List<LocalDate> lunarNewYears,
      VietnameseTimeWords timeWords) {
    this.timeWords = timeWords;
    this.rules = rules;
    this.amounts = amounts;
    this.lunarNewYears = lunarNewYears;
  }

  static ValueFinder load() {
    return new ValueFinder(
        ValueRules.load(),
        Amounts.load(),
        WordList.read(ValueFinder.class, "lunar-new-year.txt").stream()
            .map(LocalDate::parse)
            .toList(),
        VietnameseTimeWords.load());
  }

  /**
   * The resolver of dates for an article of this date; {@code published} may be empty or partly
   * unknown.
   */
  DateValues datesFor(String published) {
    return new DateValues(published, lunarNewYears, amounts.numbers(), timeWords);
  }

  /**
   * The values in a sentence in text order, outside the names already found.
   *
   * @param dates remembers the last day mentioned, to which {@code cùng ngày} refers; one per
   *     article
   */
  List<EntityMention> find(Sentence sentence, List<Span> names, DateValues dates) {
    if (sentence.tokens().isEmpty()) {
      return List.of();
    }
    PlainSentence plain = PlainSentence.of(sentence.tokens());
    var taken = new BitSet(plain.text().length());
    for (Span name : names) {
      taken.set(plain.indexOf(name.start()), plain.indexOf(name.end()));
    }
    List<Found> found = matches(plain, taken);
    found.sort(Comparator.comparingInt(f -> f.span().start()));
    var mentions = new ArrayList<EntityMention>();
    for (Found f : found) {
      String value = value(f, dates);
      if (!value.isEmpty()) {
        mentions.add(
            new EntityMention(
                sentence.index(), f.rule().type(), f.span().start(), f.span().end(), "", value));
      }
    }
    return mentions;
  }

  /**
   * Matches that begin at the start of a word and overlap neither a name nor a match of an earlier
   * rule.
   */
  private List<Found> matches(PlainSentence plain, BitSet taken) {
    var found = new ArrayList<Found>();
    int[] starts = plain.wordStarts();
    BitSet[] possible =
        IntStream.of(starts)
            .mapToObj(start -> rules.possibleAt(plain.text(), start))
            .toArray(BitSet[]::new);
    var anywhere = new BitSet();
    for (BitSet rulesHere : possible) {
      anywhere.or(rulesHere);
    }
    for (int r = anywhere.nextSetBit(0); r >= 0; r = anywhere.nextSetBit(r + 1)) {
      Rule rule = rules.all().get(r);
      Matcher match = rule.pattern().matcher(plain.text());
      match.useTransparentBounds(true).useAnchoringBounds(false);
      for (int s = 0; s < starts.length; s++) {
        int start = starts[s];
        if (!possible[s].get(r)
            || taken.get(start)
            || !match.region(start, plain.text().length()).lookingAt()) {
          continue;
        }
        int overlap = taken.nextSetBit(start);
        if (overlap < 0 || overlap >= match.end()) {
          taken.set(start, match.end());
          var span = new Span(plain.start(start), plain.end(match.end()));
          found.add(new Found(rule, Groups.of(rule, match), span));
        }
      }
    }
    return found;
  }

  /** A match of a rule, with the values of its groups. */
  private record Found(Rule rule, Groups groups, Span span) {}

  private String value(Found found, DateValues dates) {
    EntityType type = found.rule().type();
    return switch (type) {
      case DATE, TIME -> dates.value(found.groups());
      case DURATION -> amounts.duration(found.groups());
      case MONEY -> amounts.money(found.groups());
      case PERCENT -> amounts.percent(found.groups());
      case ORDINAL -> amounts.ordinal(found.groups());
      default -> amounts.number(found.groups());
    };
  }
}
