package org.quotidian.nlp.english;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotidian.language.WordList;
import org.quotidian.model.Token;

/**
 * Finds parts of a sentence that may contain a date, a time or a duration, with the words in {@code
 * time-words.txt}.
 */
final class TimeWords {

  /** The role of a word in a date or time. */
  enum Kind {
    TIME,
    UNIT,
    NUMBER,
    QUANTITY,
    BEGIN,
    WITHIN,
    END,
    PAST,
    FUTURE
  }

  /** Whether a verb refers to the time before or after the article's date. */
  enum Tense {
    PAST,
    FUTURE,
    UNKNOWN
  }

  /** A range of tokens: the first, and one past the last. */
  record Stretch(int first, int end) {}

  private static final Pattern HYPHEN = Pattern.compile("[-–]");

  /** Years, decades, times and days in figures. Other figures are quantities. */
  private static final Pattern TIME_IN_FIGURES =
      Pattern.compile(
          String.join(
              "|",
              "[12]\\d{3}s?|(?:mid-)?[12]\\d{2}0s|['’]?\\d0s|['’]\\d\\d", // 2016, mid-1990s, '90s,
              // '16
              "[12]\\d{3}[-–][12]\\d{3}|\\d{1,2}(?:st|nd|rd|th)-century",
              "\\d{1,2}:\\d\\d.*|\\d{1,2}['’]?h\\d\\d|\\d{1,2}(?::\\d\\d)?[ap]\\.?m\\.?", // 9:30,
              // 5pm
              "\\d{4}-\\d\\d(?:-\\d\\d.*)?|\\d{4}[/.]\\d\\d?[/.]\\d\\d?",
              "\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{2}){1,2}"));

  private static final Set<Kind> AT_THE_START =
      EnumSet.of(Kind.TIME, Kind.UNIT, Kind.NUMBER, Kind.QUANTITY, Kind.BEGIN);
  private static final Set<Kind> AT_THE_END =
      EnumSet.of(Kind.TIME, Kind.UNIT, Kind.NUMBER, Kind.QUANTITY, Kind.END);

  // Tokens; no date is half as long, and SUTime takes quadratic time.
  private static final int LONGEST = 50;
  private static final int VERB_DISTANCE = 3; // as in SUTime: at most two words between

  private final Map<String, Set<Kind>> kinds = new HashMap<>();
  private final Set<String> nouns = new HashSet<>();
  private final Set<String> noVerbs = new HashSet<>();
  private final Set<String> apart = new HashSet<>();
  private final Set<String> articles = new HashSet<>();
  private final Set<String> rates = new HashSet<>();
  private final List<Pattern> none = new ArrayList<>();

  TimeWords(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      List<String> words = List.of(columns[1].split(" "));
      switch (columns[0]) {
        case "none" -> none.add(Pattern.compile(columns[1]));
        case "noun" -> nouns.addAll(words);
        case "no-verb" -> noVerbs.addAll(words);
        case "apart" -> apart.addAll(words);
        case "article" -> articles.addAll(words);
        case "rate" -> rates.addAll(words);
        default -> {
          Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
          words.forEach(word -> kinds.computeIfAbsent(word, w -> new HashSet<>()).add(kind));
        }
      }
    }
  }

  static TimeWords load() {
    return new TimeWords(WordList.read(TimeWords.class, "time-words.txt"));
  }

  /** Whether SUTime would find a date where there is none: <i>they sat in August</i>. */
  boolean isToBeHidden(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    return apart.contains(word)
        || nouns.contains(word) && !token.tag().startsWith("NN")
        || noVerbs.contains(word) && token.tag().startsWith("VB");
  }

  /** The roles of a word; of <i>two-year</i>, those of its parts; none for most words. */
  private Set<Kind> kinds(Token token) {
    Set<Kind> kinds = kindsOf(token.text().toLowerCase(Locale.ROOT));
    return kinds.isEmpty() || !isToBeHidden(token) ? kinds : Set.of();
  }

  private Set<Kind> kindsOf(String word) {
    Set<Kind> known = kinds.get(word);
    if (known != null) {
      return known;
    }
    if (word.chars().anyMatch(Character::isDigit) && TIME_IN_FIGURES.matcher(word).matches()) {
      return Set.of(Kind.TIME);
    }
    if (word.length() > 2 && (word.indexOf('-') >= 0 || word.indexOf('–') >= 0)) {
      var all = new HashSet<Kind>();
      for (String part : HYPHEN.split(word)) {
        all.addAll(part.isEmpty() ? Set.of() : kindsOf(part));
      }
      return all;
    }
    return Character.isDigit(word.charAt(0)) ? Set.of(Kind.NUMBER) : Set.of();
  }

  /** Whether there may be a number that CoreNLP can read. */
  boolean mayHoldNumber(List<Token> tokens) {
    for (Token token : tokens) {
      if (kinds(token).contains(Kind.NUMBER) || token.text().chars().anyMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }

  /** The longest ranges of listed words for which {@link #mayHoldTime} holds. */
  List<Stretch> stretches(List<Token> tokens) {
    var stretches = new ArrayList<Stretch>();
    int first = 0;
    while (first < tokens.size()) {
      int end = first;
      while (end < tokens.size() && end < first + LONGEST && belongs(kinds(tokens.get(end)))) {
        end++;
      }
      Stretch stretch = trimmed(tokens, first, end);
      if (mayHoldTime(tokens.subList(stretch.first(), stretch.end()))) {
        stretches.add(stretch);
      }
      first = Math.max(end, first + 1);
    }
    return stretches;
  }

  private Stretch trimmed(List<Token> tokens, int first, int end) {
    while (first < end && !isAny(tokens.get(first), AT_THE_START)) {
      first++;
    }
    while (first < end && !isAny(tokens.get(end - 1), AT_THE_END)) {
      end--;
    }
    return new Stretch(first, end);
  }

  /**
   * The tense of the verb next to an expression, at most two words away. SUTime has the same rule,
   * but applies its result to the weekday in all later sentences.
   *
   * @param first first token of the expression
   * @param end one past its last
   */
  Tense tense(List<Token> sentence, int first, int end) {
    for (int distance = 1; distance <= VERB_DISTANCE; distance++) {
      Tense before = first < distance ? Tense.UNKNOWN : tense(sentence.get(first - distance));
      int next = end + distance - 1;
      Tense after = next < sentence.size() ? tense(sentence.get(next)) : Tense.UNKNOWN;
      if (before != Tense.UNKNOWN || after != Tense.UNKNOWN) {
        return before == Tense.UNKNOWN ? after : before;
      }
    }
    return Tense.UNKNOWN;
  }

  /**
   * Whether surrounding words change the value of an expression or number in a way that CoreNLP
   * does not read: half a century, a year and a half.
   */
  boolean isHalved(List<Token> sentence, int first, int end) {
    return first > 0 && isHalf(sentence.get(first - 1))
        || end + 2 < sentence.size()
            && sentence.get(end).text().equals("and")
            && isHalf(sentence.get(end + 2));
  }

  private static boolean isHalf(Token token) {
    return token.text().equalsIgnoreCase("half");
  }

  /**
   * Whether <i>a year</i> is part of a rate and not a duration: 3 percent a year, five times a day.
   */
  boolean isRate(List<Token> sentence, int first) {
    if (first == 0 || !articles.contains(sentence.get(first).text())) {
      return false;
    }
    Token before = sentence.get(first - 1);
    return before.tag().equals("CD") || before.tag().equals("NNS") || rates.contains(before.text());
  }

  private Tense tense(Token token) {
    Set<Kind> kinds = kinds(token);
    if (kinds.contains(Kind.FUTURE)) {
      return Tense.FUTURE;
    }
    return token.tag().equals("VBD") || kinds.contains(Kind.PAST) ? Tense.PAST : Tense.UNKNOWN;
  }

  private boolean isAny(Token token, Set<Kind> wanted) {
    return !Collections.disjoint(kinds(token), wanted);
  }

  private static boolean belongs(Set<Kind> kinds) {
    return !kinds.isEmpty() && !kinds.contains(Kind.PAST) && !kinds.contains(Kind.FUTURE);
  }

  /**
   * Whether there is a word that is a time by itself, or a unit with a quantity. <i>the day</i> and
   * <i>now</i> have no value.
   */
  boolean mayHoldTime(List<Token> tokens) {
    if (tokens.size() <= 3 && isNone(tokens)) {
      return false;
    }
    boolean unit = false;
    boolean quantity = false;
    for (Token token : tokens) {
      Set<Kind> kinds = kinds(token);
      if (kinds.contains(Kind.TIME)) {
        return true;
      }
      unit |= kinds.contains(Kind.UNIT);
      quantity |= kinds.contains(Kind.NUMBER) || kinds.contains(Kind.QUANTITY);
    }
    return unit && quantity;
  }

  private boolean isNone(List<Token> tokens) {
    String text = tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    String lower = text.toLowerCase(Locale.ROOT);
    return none.stream().anyMatch(pattern -> pattern.matcher(lower).matches());
  }
}
