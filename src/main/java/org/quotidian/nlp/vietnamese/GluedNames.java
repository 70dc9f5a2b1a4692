package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.VietnameseSyllables;

/**
 * Parts what the model took for one name: a person behind an organisation, a country before a
 * person, a title before a name. Immutable and thread-safe.
 */
final class GluedNames {

  private static final String PERSON = "PERSON";
  private static final String LOCATION = "LOCATION";
  private static final String ORGANIZATION = "ORGANIZATION";

  /** Kinds of nouns before a person's name after which a country may follow. */
  private static final Set<String> TITLES = Set.of("title", "artist");

  /** The kind of nouns that begin the name of an organisation, even of one that is gone to. */
  private static final String HOSPITAL = "hospital";

  /** Kinds of organisations whose head may follow: Bộ trưởng Bộ Tài chính Ngô Hải Đường. */
  private static final Set<String> BODIES = Set.of("ministry", "organization", "party");

  private static final int LONGEST_HEAD = 3; // words
  private static final int TITLE_REACH = 5; // words
  private static final int LONGEST_PERSON = 4; // words

  /** Shorter ones that begin like a family name are often places: Hà Giang. */
  private static final int SHORTEST_FULL_NAME = 3; // words

  private final NameEdges edges;
  private final NameLists lists;
  private final CapitalRatios ratios;

  GluedNames(NameEdges edges, NameLists lists, CapitalRatios ratios) {
    this.edges = edges;
    this.lists = lists;
    this.ratios = ratios;
  }

  /** The names of an article, in text order, with such names parted. */
  List<NameSpan> parted(List<List<NameWord>> article, List<NameSpan> names) {
    List<NameSpan> whole = withSurnames(article, names);
    return byHead(article, splitOffCountries(article, splitOffPersons(article, whole)));
  }

  /**
   * Gives a family name back to its person: Chủ tịch huyện Đặng Thị Thu Hường is not from a huyện
   * Đặng.
   */
  private List<NameSpan> withSurnames(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      NameSpan last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null
          && last.touches(name)
          && last.type().equals(LOCATION)
          && name.type().equals(PERSON)
          && endsWithSurname(article, last)) {
        result.set(result.size() - 1, name.between(last.end() - 1, name.end()));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  /** Whether a place is one word in small letters and a family name, and unknown: not châu Âu. */
  private boolean endsWithSurname(List<List<NameWord>> article, NameSpan place) {
    List<NameWord> words = article.get(place.sentence());
    return place.length() == 2
        && words.get(place.start()).shape() == WordShape.LOWER
        && isSurname(words.get(place.end() - 1))
        && lists.kindOfName(place.text(article)).isEmpty();
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
        if (name.type().equals(ORGANIZATION) && isPersonOfBody(article, name, start)) {
          cut = start;
          break;
        }
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
   * Whether a known organisation ends before {@code start} and only the words of a person's name
   * follow: Thứ trưởng Bộ Ngoại giao Kyaw Tin, Bộ trưởng Bộ Tài chính Ngô Hải Đường.
   */
  private boolean isPersonOfBody(List<List<NameWord>> article, NameSpan name, int start) {
    List<NameWord> words = article.get(name.sentence());
    String body = name.between(name.start(), start).text(article);
    int length = name.end() - start;
    if (length < 2
        || length > LONGEST_PERSON
        || !isListedBody(body)
        || !titleNear(words, name.start())) {
      return false;
    }
    WordShape shape = words.get(start).shape();
    boolean foreign = false;
    for (int i = start; i < name.end(); i++) {
      NameWord word = words.get(i);
      if (word.shape() != shape) {
        return false;
      }
      foreign |= !VietnameseSyllables.isLikeSyllable(word.lower());
    }
    boolean capital = shape == WordShape.CAPITALIZED || shape == WordShape.CAPITALS;
    boolean vietnamese = length >= SHORTEST_FULL_NAME && isSurname(words.get(start));
    return capital
        && (foreign || vietnamese)
        && lists.kindOfName(name.between(start, name.end()).text(article)).isEmpty();
  }

  private boolean isListedBody(String name) {
    String spelt =
        name.equals(name.toUpperCase(Locale.ROOT)) && name.indexOf(' ') > 0
            ? String.join(" ", lists.spellingOf(name.toLowerCase(Locale.ROOT)))
            : name;
    return BODIES.contains(lists.kindOfName(spelt));
  }

  private boolean isSurname(NameWord word) {
    String spelt = word.form().substring(0, 1) + word.lower().substring(1);
    return lists.kindOfName(spelt).contains("surname");
  }

  /**
   * Splits off a country in front of another name. Tổng thống Chile Michelle Bachelet, Bộ trưởng
   * Tài chính Anh Simon Pembury, tập đoàn công nghệ Nhật Bản Sony: the country is a name of its
   * own, and the words before it belong to no name.
   */
  private List<NameSpan> splitOffCountries(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      NameSpan country = country(article, name);
      boolean person = country != null && isForeign(article, country, name);
      NameSpan beforeCompany =
          name.type().equals(ORGANIZATION) ? beforeCompany(article, name) : null;
      if (person && country != null) {
        result.add(country);
        result.add(name.between(country.end(), name.end()).typed(PERSON));
      } else if (beforeCompany != null) {
        result.add(beforeCompany);
        result.add(name.between(beforeCompany.end(), name.end()));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  /**
   * Corrects what the head of the name or the word before it rules out: a hospital is an
   * organisation, not a place; after a title, a name with a particle is a person's (Hoàng thân
   * Abdullah bin Rashid); and a minister's field belongs to the title (Bộ trưởng Nội vụ Đức).
   */
  private List<NameSpan> byHead(List<List<NameWord>> article, List<NameSpan> names) {
    var result = new ArrayList<NameSpan>();
    for (NameSpan name : names) {
      List<NameWord> words = article.get(name.sentence());
      if (name.type().equals(LOCATION) && firstHead(words, name).equals(HOSPITAL)) {
        result.add(name.typed(ORGANIZATION));
      } else if (edges.beginsWithDegree(words, name)) {
        result.add(name.between(name.start() + 1, name.end()).typed(PERSON));
      } else if (name.type().equals(LOCATION)
          && afterTitle(article, name)
          && edges.hasParticle(words, name)) {
        result.add(name.typed(PERSON));
      } else if (name.type().equals(ORGANIZATION)
          && edges.isFieldOfTitle(words, name)
          && firstHead(words, name).isEmpty()) {
        result.add(lastCountry(article, name));
      } else {
        int start = personInCapitals(words, name);
        result.add(start == name.start() ? name : name.between(start, name.end()).typed(PERSON));
      }
    }
    return result;
  }

  /**
   * Where a person's name in capitals begins behind other words of what the model took for one
   * name: CHỦ TỊCH XÃ LÊ MINH HẢI, chủ tịch phường VÕ HỮU PHƯỚC. The start of the name if nothing
   * is to be cut off.
   */
  private int personInCapitals(List<NameWord> words, NameSpan name) {
    int start = name.start();
    boolean mayBe =
        name.type().equals(PERSON) || (afterTitle(words, start) && !name.type().equals(LOCATION));
    while (mayBe
        && start < name.end() - 2
        && (words.get(start).shape() == WordShape.LOWER
            || words.get(start).shape() == WordShape.CAPITALS)
        && ratios.isUsuallyLower(words.get(start))
        && !isSurname(words.get(start))) {
      start++;
    }
    boolean person = isSurname(words.get(start));
    for (int i = start; i < name.end(); i++) {
      person &= words.get(i).shape() == WordShape.CAPITALS;
    }
    return person ? start : name.start();
  }

  /** The kind of the head noun with which a name begins; empty if it begins with none. */
  private String firstHead(List<NameWord> words, NameSpan name) {
    for (int end = Math.min(name.end() - 1, name.start() + LONGEST_HEAD);
        end > name.start();
        end--) {
      String head = CapitalRun.text(words, name.start(), end).toLowerCase(Locale.ROOT);
      if (!lists.kindOfHead(head).isEmpty()) {
        return lists.kindOfHead(head);
      }
    }
    return "";
  }

  /** The country with which a name ends; the name itself if it ends with none. */
  private NameSpan lastCountry(List<List<NameWord>> article, NameSpan name) {
    for (int start = name.start() + 1; start < name.end(); start++) {
      NameSpan part = name.between(start, name.end()).typed(LOCATION);
      if (lists.kindOfName(part.text(article)).startsWith("country")) {
        return part;
      }
    }
    return name;
  }

  private boolean afterTitle(List<List<NameWord>> article, NameSpan name) {
    return afterTitle(article.get(name.sentence()), name.start());
  }

  private boolean afterTitle(List<NameWord> words, int start) {
    return start > 0 && TITLES.contains(lists.kindOfHead(lists.headAt(words, start - 1)));
  }

  /** The longest country with which a name begins, if at least two words of the name follow. */
  private @Nullable NameSpan country(List<List<NameWord>> article, NameSpan name) {
    NameSpan longest = null;
    for (int end = name.start() + 1; end < name.end() - 1; end++) {
      NameSpan part = name.between(name.start(), end).typed(LOCATION);
      String kind = lists.kindOfName(part.text(article));
      longest = kind.startsWith("country") || kind.startsWith("short") ? part : longest;
    }
    return longest;
  }

  /**
   * Whether all words behind the country are capitalised, none is a common word, and the first or
   * last has no Vietnamese form: Ba Lan Wojciech Zaremba, but not Nhật Bản Airlines Group.
   */
  private boolean isForeign(List<List<NameWord>> article, NameSpan country, NameSpan name) {
    List<NameWord> words = article.get(name.sentence());
    boolean foreign = false;
    for (int i = country.end(); i < name.end(); i++) {
      NameWord word = words.get(i);
      if (word.shape() != WordShape.CAPITALIZED && word.shape() != WordShape.INITIAL) {
        boolean particle = i > country.end() && i < name.end() - 1;
        if (!particle || word.shape() != WordShape.LOWER) {
          return false;
        }
      }
      foreign |= !VietnameseSyllables.isLikeSyllable(word.lower());
    }
    return foreign
        && isOfSyllables(words, country)
        && country.start() > 0
        && (name.type().equals(PERSON) || titleNear(words, country.start()))
        && lists.kindOfName(name.between(country.end(), name.end()).text(article)).isEmpty();
  }

  /** Jordan and Georgia are also given names, Ba Lan and Đức (before a foreign name) are not. */
  private static boolean isOfSyllables(List<NameWord> words, NameSpan span) {
    return words.subList(span.start(), span.end()).stream()
        .allMatch(word -> VietnameseSyllables.isLikeSyllable(word.lower()));
  }

  /** Whether a title stands close before, as in Bộ trưởng Tài chính (Anh …). */
  private boolean titleNear(List<NameWord> words, int end) {
    for (int i = end - 1; i >= Math.max(0, end - TITLE_REACH); i--) {
      if (words.get(i).shape() == WordShape.MARK) {
        return false;
      }
      if (TITLES.contains(lists.kindOfHead(lists.headAt(words, i)))
          || lists.kindOfHead(lists.headAt(words, i)).equals("person")) {
        return true;
      }
    }
    return false;
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
}
