package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes an article agree with itself: the model looks at one sentence at a time and may take one
 * name for a person here and a place there, or miss it once. Immutable, for any number of threads.
 */
final class NameAgreement {

  private static final String PERSON = "PERSON";

  /** What a known place counts in the vote on its type: as much as so many mentions. */
  private static final int WEIGHT_OF_LIST = 3;

  private static final Set<String> KINDS_OF_PLACE =
      Set.of("country", "region", "province", "town", "city");
  private static final Set<String> HEADS_OF_TITLES = Set.of("artist", "work");

  private final Map<String, Set<String>> notInNames = new HashMap<>();
  private final NameLists lists;
  private final CapitalRatios ratios;

  NameAgreement(List<String> notInNames, NameLists lists, CapitalRatios ratios) {
    for (String line : notInNames) {
      String[] columns = line.split("\t");
      this.notInNames.put(columns[0], Set.of(columns[1].split(", ")));
    }
    this.lists = lists;
    this.ratios = ratios;
  }

  static NameAgreement load() {
    return new NameAgreement(Lines.of("not-in-names.txt"), NameLists.load(), CapitalRatios.load());
  }

  /**
   * @param article the words of every sentence
   * @param found what the model found, in text order
   */
  List<NameSpan> settle(List<List<NameWord>> article, List<NameSpan> found) {
    List<NameSpan> names = trimmed(article, joined(article, found));
    names = splitOffPersons(article, names);
    return withMissed(article, voted(article, names));
  }

  /** N.T. M. is one name, although its stop may have parted it. */
  private static List<NameSpan> joined(List<List<NameWord>> article, List<NameSpan> found) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : found) {
      NameSpan last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null
          && last.sentence() == name.sentence()
          && last.end() == name.start()
          && last.type().equals(PERSON)
          && name.type().equals(PERSON)
          && isInitial(article.get(last.sentence()).get(last.end() - 1))) {
        result.set(result.size() - 1, last.between(last.start(), name.end()));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  private static boolean isInitial(NameWord word) {
    return word.shape() == WordShape.INITIAL || word.shape() == WordShape.DOTTED;
  }

  /** Without titles and marks at the edges; without what has no capital or figure at all. */
  List<NameSpan> trimmed(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      int start = name.start();
      int end = name.end();
      while (start < end
          && (isMark(words.get(start)) || leavesOut(name.type(), words, start, end))) {
        start++;
      }
      while (end > start && isMark(words.get(end - 1)) && !closesBracket(words, start, end)) {
        end--;
      }
      if (start < end && hasCapital(words, start, end)) {
        result.add(name.between(start, end));
      }
    }
    return result;
  }

  private static boolean isMark(NameWord word) {
    return word.shape() == WordShape.MARK;
  }

  private static boolean closesBracket(List<NameWord> words, int start, int end) {
    String mark = words.get(end - 1).form();
    if (mark.equals(".")) {
      return end - start > 1 && isInitial(words.get(end - 2));
    }
    String opening =
        mark.equals(")") ? "(" : mark.equals("”") ? "“" : mark.equals("’") ? "‘" : mark;
    return words.subList(start, end - 1).stream().anyMatch(word -> word.form().equals(opening));
  }

  private boolean leavesOut(String type, List<NameWord> words, int start, int end) {
    Set<String> outside = notInNames.getOrDefault(type, Set.of());
    return end - start > 1
        && (outside.contains(words.get(start).lower())
            || (end - start > 2 && outside.contains(lower(words, start, start + 2)))
            || (start > 0 && outside.contains(lower(words, start - 1, start + 1))));
  }

  private static String lower(List<NameWord> words, int start, int end) {
    return CapitalRun.text(words, start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean hasCapital(List<NameWord> words, int start, int end) {
    return words.subList(start, end).stream()
        .anyMatch(word -> word.shape() != WordShape.LOWER && word.shape() != WordShape.MARK);
  }

  /** Công an Hà Nội Trần Văn Lực: the person, if the article has the name elsewhere, is no part. */
  private List<NameSpan> splitOffPersons(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> persons = new HashSet<>();
    for (NameSpan name : names) {
      if (name.type().equals(PERSON) && name.length() > 1) {
        persons.add(name.text(article));
      }
    }
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      int cut = name.end();
      for (int start = name.start() + 1; start < name.end() - 1; start++) {
        List<NameWord> words = article.get(name.sentence());
        if (!name.type().equals(PERSON)
            && words.get(start - 1).shape() != WordShape.LOWER
            && lists.headAt(words, start - 1).isEmpty()
            && lists.kindOfName(words.get(start).form()).contains("surname")
            && persons.contains(name.between(start, name.end()).text(article))) {
          cut = start;
          break;
        }
      }
      result.add(name.between(name.start(), cut));
      if (cut < name.end()) {
        result.add(name.between(cut, name.end()).typed(PERSON));
      }
    }
    return result;
  }

  /** Every name gets the type that most of its mentions have; a draw changes nothing. */
  private List<NameSpan> voted(List<List<NameWord>> article, List<NameSpan> names) {
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (NameSpan name : names) {
      votes
          .computeIfAbsent(name.text(article), k -> new HashMap<>())
          .merge(name.type(), 1, Integer::sum);
    }
    votes.forEach(
        (text, types) -> {
          // Nga, Đức and Nhật are countries, and given names.
          if (text.indexOf(' ') > 0 && KINDS_OF_PLACE.contains(lists.kindOfName(text))) {
            types.merge("LOCATION", WEIGHT_OF_LIST, Integer::sum);
          }
        });
    return names.stream()
        .map(name -> name.typed(winner(votes.getOrDefault(name.text(article), Map.of()), name)))
        .toList();
  }

  private static String winner(Map<String, Integer> votes, NameSpan name) {
    int own = votes.getOrDefault(name.type(), 0);
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() > own)
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(name.type());
  }

  /** Mentions that the model missed, of names that it mostly found. */
  private List<NameSpan> withMissed(List<List<NameWord>> article, List<NameSpan> names) {
    Map<String, NameSpan> known = new HashMap<>();
    Map<String, Integer> mentions = new HashMap<>();
    for (NameSpan name : names) {
      known.putIfAbsent(name.text(article), name);
      mentions.merge(name.text(article), 1, Integer::sum);
    }
    List<NameSpan> missed = missed(article, names, known);
    Map<String, Integer> misses = new HashMap<>();
    for (NameSpan name : missed) {
      misses.merge(name.text(article), 1, Integer::sum);
    }
    var result = new ArrayList<NameSpan>(names);
    for (NameSpan name : missed) {
      String text = name.text(article);
      if (mentions.getOrDefault(text, 0) >= misses.getOrDefault(text, 0)) {
        result.add(name);
      }
    }
    result.sort(Comparator.comparingInt(NameSpan::sentence).thenComparingInt(NameSpan::start));
    return result;
  }

  /** Runs of capitals outside all names that read like one of them. */
  private List<NameSpan> missed(
      List<List<NameWord>> article, List<NameSpan> names, Map<String, NameSpan> known) {
    var taken = new HashSet<Long>();
    for (NameSpan name : names) {
      for (int i = name.start(); i < name.end(); i++) {
        taken.add(key(name.sentence(), i));
      }
    }
    var missed = new ArrayList<NameSpan>();
    for (int s = 0; s < article.size(); s++) {
      for (CapitalRun run : CapitalRun.in(article.get(s), ratios)) {
        NameSpan like = known.get(run.text());
        var span = new NameSpan(s, run.start(), run.end(), like == null ? "" : like.type());
        if (like != null && isFree(span, taken) && isSure(article.get(s), span)) {
          missed.add(span);
        }
      }
    }
    return missed;
  }

  /** Việt Nam in Hoa hậu Việt Nam 2014 is no place; a single syllable may be anything. */
  private boolean isSure(List<NameWord> words, NameSpan span) {
    if (span.type().equals(PERSON)) {
      return true;
    }
    boolean syllable =
        span.length() == 1 && words.get(span.start()).shape() == WordShape.CAPITALIZED;
    boolean inTitle =
        span.start() > 0
            && HEADS_OF_TITLES.contains(lists.kindOfHead(lists.headAt(words, span.start() - 1)));
    return !syllable && !inTitle;
  }

  private static boolean isFree(NameSpan span, Set<Long> taken) {
    for (int i = span.start(); i < span.end(); i++) {
      if (taken.contains(key(span.sentence(), i))) {
        return false;
      }
    }
    return true;
  }

  private static long key(int sentence, int word) {
    return ((long) sentence << 32) | word;
  }
}
