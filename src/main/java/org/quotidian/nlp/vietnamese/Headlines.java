package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quotidian.language.VietnameseSyllables;

/**
 * Handles sentences that are entirely in capitals, such as some headlines, where capitals do not
 * show names. They are read as if written in small letters, except for words that are capitalised
 * elsewhere in the article and known names. Immutable and thread-safe.
 */
final class Headlines {

  private static final int LONGEST_NAME = 8; // words

  /** Shorter lines are by-lines or acronyms: NGUYỄN THỊ LAN. */
  private static final int FEWEST_WORDS = 4;

  /** At least one in this many words of a headline is an ordinary word, not part of a name. */
  private static final int ORDINARY = 4;

  private static final Set<String> PERSONS = Set.of("person", "title", "artist");

  /** Longer Vietnamese names are rare, in words. */
  private static final int LONGEST_PERSON = 4;

  /** Shorter words without a Vietnamese form are acronyms, in letters. */
  private static final int SHORTEST_FOREIGN = 4;

  /** Tenths; nguyễn is hardly ever in small letters. */
  private static final int ALMOST_ALWAYS = 9;

  private final CapitalRatios ratios;
  private final NameLists lists;
  private final Compounds compounds;

  Headlines(CapitalRatios ratios, NameLists lists, Compounds compounds) {
    this.ratios = ratios;
    this.lists = lists;
    this.compounds = compounds;
  }

  static Headlines load() {
    return new Headlines(CapitalRatios.load(), NameLists.load(), Compounds.load());
  }

  /** The article with such sentences in small letters. Unchanged if there are none. */
  List<List<NameWord>> inSmallLetters(List<List<NameWord>> article) {
    if (article.stream().noneMatch(this::isAllCapitals)) {
      return article;
    }
    Map<String, List<String>> names = names(article);
    return article.stream()
        .map(words -> isAllCapitals(words) ? read(words, names) : words)
        .toList();
  }

  private boolean isAllCapitals(List<NameWord> words) {
    int letters = 0;
    int ordinary = 0;
    for (NameWord word : words) {
      switch (word.shape()) {
        case LOWER, CAPITALIZED, MIXED -> {
          return false;
        }
        case CAPITALS -> {
          letters++;
          ordinary += ratios.isUsuallyLower(word) ? 1 : 0;
        }
        default -> {}
      }
    }
    return letters >= FEWEST_WORDS && ordinary * ORDINARY >= letters;
  }

  /**
   * Capitalised runs of the other sentences, by their form in small letters. Their beginnings and
   * ends are included, because a run may contain two names (tỉnh Lạng Sơn Hoàng Văn Nghiệm).
   */
  private Map<String, List<String>> names(List<List<NameWord>> article) {
    var names = new HashMap<String, List<String>>();
    for (List<NameWord> words : article) {
      if (!isAllCapitals(words)) {
        for (CapitalRun run : CapitalRun.in(words, ratios)) {
          for (int length = Math.min(run.length(), LONGEST_NAME); length > 0; length--) {
            add(words, run.start(), run.start() + length, names);
            add(words, run.end() - length, run.end(), names);
          }
        }
      }
    }
    return names;
  }

  private static void add(
      List<NameWord> words, int start, int end, Map<String, List<String>> names) {
    names.putIfAbsent(
        CapitalRun.text(words, start, end).toLowerCase(Locale.ROOT),
        words.subList(start, end).stream().map(NameWord::form).toList());
  }

  private List<NameWord> read(List<NameWord> words, Map<String, List<String>> names) {
    var result = new ArrayList<NameWord>(words.size());
    int i = 0;
    while (i < words.size()) {
      List<String> forms = longestName(words, i, names);
      for (String form : forms) {
        result.add(words.get(result.size()).spelt(form));
      }
      i = result.size();
    }
    return result;
  }

  /**
   * The words of the longest name that begins at a word, spelled as a name; if none does, the word
   * in small letters.
   */
  private List<String> longestName(
      List<NameWord> words, int start, Map<String, List<String>> names) {
    List<String> longest = List.of(words.get(start).lower());
    var key = new StringBuilder();
    for (int i = start; i < Math.min(words.size(), start + LONGEST_NAME); i++) {
      key.append(i > start ? " " : "").append(words.get(i).lower());
      List<String> known = names.get(key.toString());
      if (known == null) {
        known = lists.spellingOf(key.toString());
      }
      boolean ordinary = i == start && ratios.isUsuallyLower(words.get(start));
      if (known.size() == i + 1 - start && !ordinary) {
        longest = known;
      }
    }
    boolean isKnown = !longest.get(0).equals(words.get(start).lower());
    return isKnown ? longest : guessed(words, start);
  }

  /**
   * The words of a name that nothing else shows: a foreign word, or a family name with the given
   * names behind it, up to the next compound (PHẠM CÔNG HIỂN CHIA TAY). Otherwise the word in small
   * letters.
   */
  private List<String> guessed(List<NameWord> words, int start) {
    NameWord first = words.get(start);
    if (first.shape() != WordShape.CAPITALS) {
      return List.of(first.lower());
    }
    if (!VietnameseSyllables.isLikeSyllable(first.lower())) {
      return List.of(
          first.lower().length() > SHORTEST_FOREIGN ? capitalized(first) : first.lower());
    }
    boolean titled =
        start > 0 && PERSONS.contains(lists.kindOfHead(lists.headAt(words, start - 1)));
    boolean familyName =
        (titled || ratios.tenthsOf(first) >= ALMOST_ALWAYS)
            && lists.kindOfName(capitalized(first)).contains("surname");
    var name = new ArrayList<String>(List.of(capitalized(first)));
    for (int i = start + 1; i < Math.min(words.size(), start + LONGEST_PERSON); i++) {
      NameWord word = words.get(i);
      boolean compound =
          i + 1 < words.size() && compounds.tenthsOf(word.lower(), words.get(i + 1).lower()) > 0;
      if (word.shape() != WordShape.CAPITALS
          || compound
          || !VietnameseSyllables.isLikeSyllable(word.lower())) {
        break;
      }
      name.add(capitalized(word));
    }
    return familyName && name.size() > 1 ? name : List.of(first.lower());
  }

  private static String capitalized(NameWord word) {
    return word.form().substring(0, 1) + word.lower().substring(1);
  }
}
