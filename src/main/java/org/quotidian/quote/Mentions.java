package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Where one article mentions which person. Joins full and short names of the same person, and
 * learns gender and roles from the words around each. For one call and one thread.
 */
final class Mentions {

  /** Tokens before and behind a name that tell what its bearer is. */
  private static final int ROLE_REACH = 14;

  /** Tokens before a name that may be a title. */
  private static final int TITLE_REACH = 3;

  /** A mention of a person, from its first to its last token. */
  record Mention(Person person, int first, int last) {}

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, Person> byName = new HashMap<>();
  private final Map<String, Person> byShortName = new HashMap<>();

  Mentions(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    List<EntityMention> people =
        reading.annotated.entities().stream()
            .filter(name -> name.type() == EntityType.PERSON)
            .toList();
    people.stream().filter(name -> words(fullestName(name)).length > 1).forEach(this::introduce);
    people.forEach(this::enter);
  }

  private static String[] words(String name) {
    return name.split(" ");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The fullest form of a name in the article; of any type. */
  String fullestName(EntityMention name) {
    return name.canonical().isEmpty()
        ? name.span().in(reading.text).replaceAll("\\s+", " ").strip()
        : name.canonical();
  }

  /** A full name: its last word may stand for it from now on, in some languages its first too. */
  private void introduce(EntityMention name) {
    String full = fullestName(name);
    Person person = byName.computeIfAbsent(key(full), k -> new Person(full));
    String[] words = words(full);
    byShortName.putIfAbsent(key(words[words.length - 1]), person);
    if (lexicon.traits().shortensToFirstName()) {
      byShortName.putIfAbsent(key(words[0]), person);
    }
    person.suggest(lexicon.genderOfName(key(words[0])));
  }

  private void enter(EntityMention name) {
    Person person = bearer(fullestName(name));
    int first = reading.tokenAt(name.start());
    if (first >= reading.size) {
      return;
    }
    int last = first;
    while (last + 1 < reading.size && reading.start[last + 1] < name.end()) {
      last++;
    }
    learnGender(person, first);
    learnRoles(person, first, last);
    mentions.add(new Mention(person, first, last));
  }

  /** The one known by this name or by its last word, else somebody new. */
  private Person bearer(String name) {
    String[] words = words(name);
    Person known = byName.get(key(name));
    Person person = known == null ? byShortName.get(key(words[words.length - 1])) : known;
    if (person != null) {
      return person;
    }
    var stranger = new Person(name);
    byName.put(key(name), stranger);
    byShortName.putIfAbsent(key(name), stranger);
    return stranger;
  }

  /** From the word before the name: “Mrs.”, “bà”, “nữ ca sĩ”. */
  private void learnGender(Person person, int first) {
    for (int from = Math.max(0, first - TITLE_REACH); from < first; from++) {
      WordTree.Match<Gender> title = lexicon.titles().longestAt(reading.lower, from, first);
      if (title != null && from + title.length() == first) {
        person.tell(title.value());
      }
      WordTree.Match<SourceNoun> noun = lexicon.sources().longestAt(reading.lower, from, first);
      if (noun != null && from + noun.length() == first) {
        person.tell(noun.value().gender());
      }
      WordTree.Match<Pronoun> form = lexicon.pronounPhrases().longestAt(reading.lower, from, first);
      if (form != null && from + form.length() == first) {
        person.tell(form.value().gender());
      }
    }
  }

  /** From the title before the name and the apposition behind it. */
  private void learnRoles(Person person, int first, int last) {
    int low = Math.max(reading.sentenceBegin(first), first - ROLE_REACH);
    boolean described = // “el alcalde de Lindau, Pablo Ruiz”
        lexicon.traits().verbsHaveGroups() && first > low && reading.isComma(first - 1);
    for (int i = described ? first - 2 : first - 1; i >= low && !isBorder(i); i--) {
      person.addRole(reading.lower[i]);
    }
    int high = Math.min(reading.sentenceEnd(last), last + ROLE_REACH);
    boolean apposition =
        last + 1 < high
            && (reading.isComma(last + 1) || reading.isDash(last + 1))
            && !reading.isListed(WordKind.RELATIVE, last + 2); // “, whom the inspector warned,”
    if (apposition) {
      for (int i = last + 2; i < high && !isBorder(i); i++) {
        person.addRole(reading.lower[i]);
      }
    }
  }

  private boolean isBorder(int token) {
    return reading.isComma(token)
        || reading.isDash(token)
        || reading.isAny(token, ":", ";", ".")
        || reading.marked[token]
        || reading.pos[token].isVerb();
  }

  /** The person whom a name means here, by the fullest name. */
  String personOf(EntityMention name) {
    int first = reading.tokenAt(name.start());
    for (int i = indexBefore(first + 1); i >= 0 && mentions.get(i).first() == first; i--) {
      return mentions.get(i).person().fullestName();
    }
    return fullestName(name);
  }

  /** Whose full name ends, or in some languages begins, with a word; null if nobody's does. */
  @Nullable Person shortlyCalled(String lowerCase) {
    return byShortName.get(lowerCase);
  }

  /**
   * Adds a mention that the name model missed, so that pronouns may mean it. The same one may be
   * added twice.
   */
  void add(Person person, Phrase phrase) {
    int place = indexBefore(phrase.last() + 1);
    if (place < 0 || mentions.get(place).first() < phrase.first()) {
      mentions.add(place + 1, new Mention(person, phrase.first(), phrase.last()));
    }
  }

  /** The mentions that begin before a token, the nearest first, and no more than {@code most}. */
  List<Mention> before(int token, int most) {
    int limit = indexBefore(token) + 1;
    var nearest = new ArrayList<>(mentions.subList(Math.max(0, limit - most), limit));
    Collections.reverse(nearest);
    return nearest;
  }

  /** Index of the last mention that begins before a token; -1 when there is none. */
  private int indexBefore(int token) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
