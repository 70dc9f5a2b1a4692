package org.quotidian.nlp.english;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Span;
import org.quotidian.model.Token;
import org.quotidian.nlp.SentenceList;
import org.quotidian.nlp.english.AmountFinder.Amount;
import org.quotidian.nlp.english.TimeFinder.Expression;

/**
 * Finds dates, times, durations, amounts and numbers in English sentences and their values, with
 * CoreNLP's SUTime and number reader. Thread-safe.
 */
public final class EnglishValues {

  private final TimeWords words;
  private final TimeFinder times;
  private final AmountFinder amounts;
  private final boolean wholeSentences;

  private EnglishValues(
      TimeWords words, TimeFinder times, AmountFinder amounts, boolean wholeSentences) {
    this.words = words;
    this.times = times;
    this.amounts = amounts;
    this.wholeSentences = wholeSentences;
  }

  /** Reads the rules and word lists. One instance serves the whole process. */
  public static EnglishValues load() {
    return new EnglishValues(TimeWords.load(), TimeFinder.load(), AmountFinder.load(), false);
  }

  /** Like {@link #load}, but every sentence is passed to SUTime as a whole, for comparison. */
  static EnglishValues ofWholeSentences() {
    return new EnglishValues(TimeWords.load(), TimeFinder.load(), AmountFinder.load(), true);
  }

  /**
   * The values in sentences of one article, in text order, outside the names already found.
   *
   * @param published the article's date in ISO 8601; if unknown, digits that depend on it are X
   * @param names in text order
   */
  public List<EntityMention> in(
      List<Sentence> sentences, String published, List<EntityMention> names) {
    TimeValue day = TimeValue.onDay(published);
    var mentions = new ArrayList<EntityMention>();
    int next = 0;
    for (Sentence sentence : sentences) {
      SentenceList.giveUpIfInterrupted();
      var namesHere = new ArrayList<Span>();
      while (next < names.size() && names.get(next).sentence() <= sentence.index()) {
        namesHere.add(names.get(next++).span());
      }
      mentions.addAll(in(sentence, day, namesHere));
    }
    return mentions;
  }

  private List<EntityMention> in(Sentence sentence, TimeValue day, List<Span> names) {
    List<Token> tokens = sentence.tokens();
    if (tokens.isEmpty()) {
      return List.of();
    }
    var taken = new BitSet();
    names.forEach(name -> taken.set(name.start(), name.end()));
    var mentions = new ArrayList<EntityMention>();
    for (TimeWindow window : windows(tokens)) {
      addTimes(sentence, window, day, taken, mentions);
    }
    if (wholeSentences || words.mayHoldNumber(tokens)) {
      for (Amount amount : amounts.in(tokens)) {
        if (!words.isHalved(tokens, amount.first(), amount.end())) {
          int start = tokens.get(amount.first()).start();
          var span = new Span(start, tokens.get(amount.end() - 1).end());
          add(sentence, amount.type(), span, amount.value(), taken, mentions);
        }
      }
    }
    mentions.sort(Comparator.comparingInt(EntityMention::start));
    return mentions;
  }

  private List<TimeWindow> windows(List<Token> tokens) {
    return wholeSentences
        ? List.of(TimeWindow.ofAll(tokens, words))
        : words.stretches(tokens).stream()
            .map(stretch -> TimeWindow.of(stretch, tokens, words))
            .toList();
  }

  private void addTimes(
      Sentence sentence,
      TimeWindow window,
      TimeValue day,
      BitSet taken,
      List<EntityMention> mentions) {
    List<Token> tokens = sentence.tokens();
    for (Expression expression : times.in(window)) {
      int first = window.position(expression.first());
      int end = window.position(expression.end() - 1) + 1;
      if (words.mayHoldTime(tokens.subList(first, end))
          && !words.isHalved(tokens, first, end)
          && !words.isRate(tokens, first)) {
        day.of(expression.meaning(), words.tense(tokens, first, end))
            .ifPresent(
                value -> {
                  Span span = window.span(expression.first(), expression.end());
                  add(sentence, value.type(), span, value.text(), taken, mentions);
                });
      }
    }
  }

  /** Adds values, except those that overlap a name or an earlier value. */
  private static void add(
      Sentence sentence,
      EntityType type,
      Span span,
      String value,
      BitSet taken,
      List<EntityMention> mentions) {
    int overlap = taken.nextSetBit(span.start());
    if (overlap < 0 || overlap >= span.end()) {
      taken.set(span.start(), span.end());
      mentions.add(new EntityMention(sentence.index(), type, span.start(), span.end(), "", value));
    }
  }
}
