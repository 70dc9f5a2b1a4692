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
import org.jspecify.annotations.Nullable;
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

  private static final Map<String, String> TYPE_OF_KIND =
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

  /** Kinds of nouns before a person's name after which a country may follow. */
  private static final Set<String> TITLES = Set.of("title", "artist");

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
  private final NameLists lists;
  private final Set<String> placeWords;
  private final CapitalRatios ratios;

  NameAgreement(NameEdges edges, NameLists lists, List<String> placeWords, CapitalRatios ratios) {
    this.edges = edges;
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
    List<NameSpan> names = splitOffPersons(article, edges.mended(article, found));
    names = voted(article, splitOffCountries(article, names));
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
   * Splits off a person at the end of another name if the article names that person elsewhere: Công
   * an Hà Nội Trần Văn Lực.
   */
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
      List<NameWord> words = article.get(name.sentence());
      for (int start = name.start() + 1; start < name.end() - 1; start++) {
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

  /**
   * Splits off a country in front of another name. Tổng thống Chile Michelle Bachelet, tập đoàn
   * công nghệ Nhật Bản Sony: the country is a name of its own, and the words before it belong to no
   * name.
   */
  private List<NameSpan> splitOffCountries(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      NameSpan country =
          switch (name.type()) {
            case PERSON -> afterTitle(article, name) ? country(article, name, name.start()) : null;
            case ORGANIZATION -> beforeCompany(article, name);
            default -> null;
          };
      if (country != null) {
        result.add(country);
      }
      result.add(country == null ? name : name.between(country.end(), name.end()));
    }
    return result;
  }

  private boolean afterTitle(List<List<NameWord>> article, NameSpan name) {
    if (name.start() == 0) {
      return false;
    }
    String head = lists.headAt(article.get(name.sentence()), name.start() - 1);
    return TITLES.contains(lists.kindOfHead(head));
  }

  /**
   * The longest country that begins at {@code start} and is followed by at least two words of the
   * name.
   */
  private @Nullable NameSpan country(List<List<NameWord>> article, NameSpan name, int start) {
    NameSpan longest = null;
    for (int end = start + 1; end < name.end() - 1; end++) {
      NameSpan part = name.between(start, end).typed(LOCATION);
      longest = isListed(article, part, "country") ? part : longest;
    }
    return longest;
  }

  /** A country between words in small letters and a listed company. */
  private @Nullable NameSpan beforeCompany(List<List<NameWord>> article, NameSpan name) {
    List<NameWord> words = article.get(name.sentence());
    int start = name.start() + 1;
    while (start < name.end() && words.get(start).shape() == WordShape.LOWER) {
      start++;
    }
    for (int end = name.end() - 1; end > start; end--) {
      NameSpan part = name.between(start, end).typed(LOCATION);
      if (isListed(article, part, "country")
          && isListed(article, name.between(end, name.end()), "company")) {
        return part;
      }
    }
    return null;
  }

  private boolean isListed(List<List<NameWord>> article, NameSpan span, String kind) {
    return lists.kindOfName(span.text(article)).equals(kind);
  }

  /**
   * Gives every name the type of its list, or else that of most of its mentions. A tie changes
   * nothing.
   */
  private List<NameSpan> voted(List<List<NameWord>> article, List<NameSpan> names) {
    Set<String> wordsOfPersons = wordsOfPersons(article, names);
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (NameSpan name : names) {
      votes
          .computeIfAbsent(name.text(article), k -> new HashMap<>())
          .merge(name.type(), 1, Integer::sum);
    }
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      String text = name.text(article);
      String elected = winner(votes.getOrDefault(text, Map.of()), name);
      String listed = wordsOfPersons.contains(text) ? "" : sureType(text);
      boolean namesake =
          listed.equals(ORGANIZATION)
              && elected.equals(PERSON)
              && isOfSyllables(text); // NSƯT Công Lý
      result.add(name.typed(listed.isEmpty() || namesake ? elected : listed));
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
      NameSpan like = known.get(run.text(article));
      if (like != null && isSure(article, run.typed(like.type()))) {
        candidates.add(run.typed(like.type()));
        misses.merge(run.text(article), 1, Integer::sum);
      }
    }
    return candidates.stream()
        .filter(
            name ->
                mentions.getOrDefault(name.text(article), 0)
                    >= misses.getOrDefault(name.text(article), 0))
        .toList();
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
