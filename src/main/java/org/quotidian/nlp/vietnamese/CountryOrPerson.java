package org.quotidian.nlp.vietnamese;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quotidian.language.VietnameseSyllables;

/**
 * Decides whether a syllable such as Nga, Đức or Hàn is a country or a person's given name. Each
 * mention has its own answer, because an article may tell of chị Nga who lives in Nga.
 */
final class CountryOrPerson {

  private static final String PERSON = "PERSON";
  private static final String LOCATION = "LOCATION";
  private static final String ORGANIZATION = "ORGANIZATION";

  /** Kinds of nouns before the name of a person. */
  private static final Set<String> INTRODUCTIONS = Set.of("person", "title", "artist");

  private final NameLists lists;
  private final Set<String> placeWords;
  private final List<List<NameWord>> article;

  /** Syllables that are a person's name somewhere: Nguyễn Thị Nga, chị Nga. */
  private final Set<String> persons = new HashSet<>();

  /** Syllables that are a country somewhere: ở Nga, Bộ Ngoại giao Nga. */
  private final Set<String> countries = new HashSet<>();

  /**
   * @param placeWords words after which a country follows: ở, sang
   * @param names those that the model found, in text order
   */
  CountryOrPerson(
      NameLists lists, Set<String> placeWords, List<List<NameWord>> article, List<NameSpan> names) {
    this.lists = lists;
    this.placeWords = placeWords;
    this.article = article;
    NameSpan before = null;
    boolean addressedBefore = false;
    for (NameSpan name : names) {
      String text = name.text(article);
      String last = text.substring(text.lastIndexOf(' ') + 1);
      boolean addressed =
          mayBe(text)
              && (isAddressed(name) || (addressedBefore && before != null && isNext(before, name)));
      if (addressed || (name.type().equals(PERSON) && mayBe(last) && isIntroduced(name))) {
        persons.add(last);
      } else if (mayBe(text) ? isPlace(name) : name.type().equals(ORGANIZATION) && mayBe(last)) {
        countries.add(last);
      }
      addressedBefore = addressed;
      before = name;
    }
  }

  /** Whether a name is a country of one syllable. */
  boolean mayBe(String text) {
    return text.indexOf(' ') < 0
        && isCountry(text)
        && VietnameseSyllables.isLikeSyllable(text.toLowerCase(Locale.ROOT));
  }

  /** The type of a mention that {@link #mayBe} either; its own if nothing tells. */
  String typeOf(NameSpan name) {
    String text = name.text(article);
    if (isPlace(name)) {
      return name.type().equals(ORGANIZATION) && isDashed(name) ? ORGANIZATION : LOCATION;
    }
    if (name.type().equals(ORGANIZATION)) {
      return ORGANIZATION;
    }
    boolean both = isShort(text) && countries.contains(text);
    if (isAddressed(name) || (persons.contains(text) && !both)) {
      return PERSON;
    }
    return countries.contains(text) ? LOCATION : name.type();
  }

  private boolean isCountry(String text) {
    return lists.kindOfName(text).startsWith("country") || isShort(text);
  }

  /** Việt, Hàn: more often a part of other names than a country. */
  private boolean isShort(String text) {
    return lists.kindOfName(text).startsWith("short");
  }

  /** Anh, ông, Chủ tịch before the name: a by-line (Lan Anh) says nothing of others. */
  private boolean isIntroduced(NameSpan name) {
    return INTRODUCTIONS.contains(kindBefore(name));
  }

  private boolean isAddressed(NameSpan name) {
    return kindBefore(name).equals("person");
  }

  private boolean isPlace(NameSpan name) {
    List<NameWord> words = article.get(name.sentence());
    String before = name.start() == 0 ? "" : words.get(name.start() - 1).lower();
    String kind = kindBefore(name);
    return placeWords.contains(before)
        || kind.equals("country")
        || kind.equals("place")
        || isDashed(name);
  }

  /** Quan hệ Nga – Mỹ. */
  private boolean isDashed(NameSpan name) {
    List<NameWord> words = article.get(name.sentence());
    return isCountryAfterDash(words, name.start() - 1, name.start() - 2)
        || isCountryAfterDash(words, name.end(), name.end() + 1);
  }

  private boolean isCountryAfterDash(List<NameWord> words, int dash, int other) {
    return Math.min(dash, other) >= 0
        && Math.max(dash, other) < words.size()
        && "-–—".contains(words.get(dash).form())
        && isCountry(words.get(other).form());
  }

  /** Whether only a comma or và stands between two names. */
  private boolean isNext(NameSpan name, NameSpan next) {
    if (name.sentence() != next.sentence() || next.start() != name.end() + 1) {
      return false;
    }
    String between = article.get(name.sentence()).get(name.end()).lower();
    return between.equals(",") || between.equals("và");
  }

  private String kindBefore(NameSpan name) {
    return name.start() == 0
        ? ""
        : lists.kindOfHead(lists.headAt(article.get(name.sentence()), name.start() - 1));
  }
}
