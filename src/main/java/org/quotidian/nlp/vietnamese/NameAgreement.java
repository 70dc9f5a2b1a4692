package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.language.WordList;

/**
 * Makes the names in an article consistent with each other and with the lists of known names. The
 * model sees one sentence at a time and may label a name as a person here and a place there, or
 * miss it once. Immutable and thread-safe.
 */
final class NameAgreement {

  private static final String PERSON = "PERSON";
  private static final String LOCATION = "LOCATION";
  private static final String ORGANIZATION = "ORGANIZATION";

  static final Map<String, String> TYPE_OF_KIND =
      Map.ofEntries(
          Map.entry("country", LOCATION),
          Map.entry("region", LOCATION),
          Map.entry("province", LOCATION),
          Map.entry("town", LOCATION),
          Map.entry("city", LOCATION),
          Map.entry("company", ORGANIZATION),
          Map.entry("organization", ORGANIZATION),
          Map.entry("ministry", ORGANIZATION),
          Map.entry("media", ORGANIZATION),
          Map.entry("club", ORGANIZATION),
          Map.entry("party", ORGANIZATION));

  /** Nouns after which a name is part of a title and not the name of a place: Hoa hậu Việt Nam. */
  private static final Set<String> HEADS_OF_TITLES = Set.of("artist", "work");

  /**
   * Kinds of names that are certain without context. Names of companies are not, because they also
   * name products: lái chiếc BMW.
   */
  private static final Set<String> SURE_ALONE = Set.of("country", "region", "city", "media");

  private static final int SHORTEST_LIST = 4; // names
  private static final double LEAST_SHARE = 2.0 / 3;

  private final NameEdges edges;
  private final GluedNames glued;
  private final NameLists lists;
  private final Set<String> placeWords;
  private final CapitalRatios ratios;

  NameAgreement(NameEdges edges, NameLists lists, List<String> placeWords, CapitalRatios ratios) {
    this.edges = edges;
    this.glued = new GluedNames(edges, lists, ratios);
    this.placeWords = Set.copyOf(placeWords);
    this.lists = lists;
    this.ratios = ratios;
  }

  static NameAgreement load() {
    return new NameAgreement(
        NameEdges.load(),
        NameLists.load(),
        WordList.read(NameAgreement.class, "place-words.txt"),
        CapitalRatios.load());
  }

  /**
   * @param article the words of every sentence
   * @param found the names that the model found, in text order
   */
  List<NameSpan> settle(List<List<NameWord>> article, List<NameSpan> found) {
    List<NameSpan> names = voted(article, glued.parted(article, edges.mended(article, found)));
    names = alikeInLists(article, names);
    names = inOrder(names, listed(article, names));
    return outermost(Nicknames.extended(article, inOrder(names, missed(article, names))));
  }

  /**
   * Removes names within names: Dũng “Thiên Lôi” is one name, although the model may have found a
   * second one inside.
   */
  private static List<NameSpan> outermost(List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      NameSpan last = result.isEmpty() ? name : result.get(result.size() - 1);
      if (result.isEmpty() || last.sentence() != name.sentence() || last.end() <= name.start()) {
        result.add(name);
      }
    }
    return result;
  }

  private static List<NameSpan> inOrder(List<NameSpan> names, List<NameSpan> more) {
    var result = new ArrayList<NameSpan>(names);
    result.addAll(more);
    result.sort(Comparator.comparingInt(NameSpan::sentence).thenComparingInt(NameSpan::start));
    return result;
  }

  /**
   * Gives every name the type of its list, or else that of most of its mentions. A tie changes
   * nothing.
   */
  private List<NameSpan> voted(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> wordsOfPersons = wordsOfPersons(article, names);
    CountryOrPerson either = new CountryOrPerson(lists, placeWords, article, names);
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (NameSpan name : names) {
      votes
          .computeIfAbsent(name.text(article), k -> new HashMap<>())
          .merge(name.type(), 1, Integer::sum);
    }
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      String text = name.text(article);
      if (either.mayBe(text)) {
        result.add(name.typed(either.typeOf(name)));
        continue;
      }
      String elected = winner(votes.getOrDefault(text, Map.of()), name);
      String listed = wordsOfPersons.contains(text) ? "" : sureType(text);
      boolean namesake =
          listed.equals(ORGANIZATION)
              && elected.equals(PERSON)
              && isOfSyllables(text); // NSƯT Công Lý
      boolean team =
          listed.equals(LOCATION)
              && (name.type().equals(ORGANIZATION) || name.type().equals(LOCATION));
      result.add(team ? name : name.typed(listed.isEmpty() || namesake ? elected : listed));
    }
    return result;
  }

  /**
   * The last words of longer names of persons. Jordan is not a country if the article mentions
   * Michael Jordan.
   */
  private static Set<String> wordsOfPersons(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> words = new HashSet<>();
    for (NameSpan name : names) {
      if (name.type().equals(PERSON)) {
        for (int start = name.start() + 1; start < name.end(); start++) {
          words.add(name.between(start, name.end()).text(article));
        }
      }
    }
    return words;
  }

  /**
   * The type of a listed name that is unambiguous; empty for Nga and Đức, which are also given
   * names.
   */
  private String sureType(String text) {
    boolean syllable =
        text.indexOf(' ') < 0 && VietnameseSyllables.isLikeSyllable(text.toLowerCase(Locale.ROOT));
    return syllable ? "" : TYPE_OF_KIND.getOrDefault(lists.kindOfName(text), "");
  }

  private static boolean isOfSyllables(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
        .allMatch(VietnameseSyllables::isLikeSyllable);
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

  /**
   * Gives the names in a list separated only by commas the same type: Rolex, Omega, Tissot, Rado.
   */
  private static List<NameSpan> alikeInLists(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>(names);
    int start = 0;
    while (start < names.size()) {
      int end = start + 1;
      while (end < names.size() && isNext(article, names.get(end - 1), names.get(end))) {
        end++;
      }
      if (end - start >= SHORTEST_LIST) {
        String type = commonType(names.subList(start, end));
        for (int i = start; i < end && !type.isEmpty(); i++) {
          result.set(i, result.get(i).typed(type));
        }
      }
      start = end;
    }
    return result;
  }

  private static boolean isNext(List<List<NameWord>> article, NameSpan name, NameSpan next) {
    return name.sentence() == next.sentence()
        && next.start() == name.end() + 1
        && article.get(name.sentence()).get(name.end()).form().equals(",");
  }

  private static String commonType(List<NameSpan> names) {
    Map<String, Integer> votes = new HashMap<>();
    names.forEach(name -> votes.merge(name.type(), 1, Integer::sum));
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= LEAST_SHARE * names.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Capitalised runs that the model did not label, but that a list knows for certain. */
  private List<NameSpan> listed(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> wordsOfPersons = wordsOfPersons(article, names);
    var result = new ArrayList<NameSpan>();
    for (NameSpan run : freeRuns(article, names)) {
      String text = run.text(article);
      List<NameWord> words = article.get(run.sentence());
      boolean foreign =
          run.length() == 1
              && SURE_ALONE.contains(lists.kindOfName(text))
              && !sureType(text).isEmpty();
      boolean country =
          lists.kindOfName(text).startsWith("country") && followsPlaceWord(words, run);
      if ((foreign || country) && !wordsOfPersons.contains(text) && !isInTitle(words, run)) {
        result.add(run.typed(country ? LOCATION : sureType(text)));
      }
    }
    return result;
  }

  /**
   * Whether a word for a place precedes, as in ở Anh, sang Pháp. Without it, a country's name may
   * also be a person's name or a pronoun.
   */
  private boolean followsPlaceWord(List<NameWord> words, NameSpan run) {
    return run.start() > 0 && placeWords.contains(words.get(run.start() - 1).lower());
  }

  /** Mentions that the model missed, of names that it found in most cases. */
  private List<NameSpan> missed(List<List<NameWord>> article, List<NameSpan> names) {
    Map<String, NameSpan> known = new HashMap<>();
    Map<String, Integer> mentions = new HashMap<>();
    for (NameSpan name : names) {
      known.putIfAbsent(name.text(article), name);
      mentions.merge(name.text(article), 1, Integer::sum);
    }
    var candidates = new ArrayList<NameSpan>();
    Map<String, Integer> misses = new HashMap<>();
    for (NameSpan run : freeRuns(article, names)) {
      NameSpan like = known.get(asNamed(run.text(article), known.keySet()));
      if (like != null && isSure(article, run.typed(like.type()))) {
        candidates.add(run.typed(like.type()));
        misses.merge(like.text(article), 1, Integer::sum);
      }
    }
    return candidates.stream()
        .filter(
            name ->
                mentions.getOrDefault(asNamed(name.text(article), known.keySet()), 0)
                    >= misses.getOrDefault(asNamed(name.text(article), known.keySet()), 0))
        .toList();
  }

  /** MAI KHUÊ, if Mai Khuê is a name in the article; otherwise the text itself. */
  private static String asNamed(String text, Set<String> names) {
    if (text.length() < 4 || !text.equals(text.toUpperCase(Locale.ROOT))) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.indexOf(' ') > 0 && name.toLowerCase(Locale.ROOT).equals(lower))
        .sorted()
        .findFirst()
        .orElse(text);
  }

  /**
   * Whether the type is certain. A single syllable may be anything, unless it is the name of a
   * person or a country.
   */
  private boolean isSure(List<List<NameWord>> article, NameSpan span) {
    if (span.type().equals(PERSON)) {
      return true;
    }
    List<NameWord> words = article.get(span.sentence());
    boolean syllable =
        span.length() == 1
            && words.get(span.start()).shape() == WordShape.CAPITALIZED
            && !lists.kindOfName(span.text(article)).startsWith("country");
    return !syllable && !isInTitle(words, span);
  }

  private boolean isInTitle(List<NameWord> words, NameSpan span) {
    return span.start() > 0
        && HEADS_OF_TITLES.contains(lists.kindOfHead(lists.headAt(words, span.start() - 1)));
  }

  /** Capitalised runs that share no word with a name. */
  private List<NameSpan> freeRuns(List<List<NameWord>> article, List<NameSpan> names) {
    Set<Long> taken = new HashSet<>();
    for (NameSpan name : names) {
      for (int i = name.start(); i < name.end(); i++) {
        taken.add(key(name.sentence(), i));
      }
    }
    var free = new ArrayList<NameSpan>();
    for (int s = 0; s < article.size(); s++) {
      for (CapitalRun run : CapitalRun.in(article.get(s), ratios)) {
        boolean isFree = true;
        for (int i = run.start(); i < run.end(); i++) {
          isFree &= !taken.contains(key(s, i));
        }
        if (isFree) {
          free.add(new NameSpan(s, run.start(), run.end(), ""));
        }
      }
    }
    return free;
  }

  private static long key(int sentence, int word) {
    return ((long) sentence << 32) | word;
  }
}
