package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.SpeakerType;

/** The people and bodies of one article: which mentions are one, and whom a pronoun stands for. */
final class Cast {

  /** Mentions before a pronoun that are weighed. */
  private static final int REACH = 12;

  /** A mention of a person. */
  private record Mention(Person person, int first, int last, boolean marked) {}

  /** A person under all the names that the article uses. */
  private static final class Person {
    String fullest = "";
    Gender gender = Gender.UNKNOWN;
  }

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<EntityMention, Person> personOf = new HashMap<>();
  private final Map<String, Person> byKey = new LinkedHashMap<>();
  private final Map<String, String> fullestBody = new HashMap<>();

  Cast(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    List<EntityMention> names = reading.annotated.entities();
    for (EntityMention name : names) {
      if (name.type() == EntityType.PERSON && words(name).length > 1) {
        introduce(name);
      }
    }
    for (EntityMention name : names) {
      if (name.type() == EntityType.PERSON) {
        enter(name);
      }
    }
    acronyms(names);
  }

  private String[] words(EntityMention name) {
    return text(name).split(" ");
  }

  private String text(EntityMention name) {
    return reading.text.substring(name.start(), name.end()).replaceAll("\\s+", " ");
  }

  /** A full name: its first and its last word may stand for it from now on. */
  private void introduce(EntityMention name) {
    String[] words = words(name);
    String full = text(name);
    String last = key(words[words.length - 1]);
    Person person = byKey.get(last);
    if (person == null) {
      person = new Person();
      byKey.put(last, person);
    }
    if (full.length() > person.fullest.length()
        && !full.equals(person.fullest)
        && (person.fullest.isEmpty() || key(words[0]).equals(key(person.fullest.split(" ")[0])))) {
      person.fullest = full;
    }
    byKey.putIfAbsent(key(words[0]), person);
    byKey.putIfAbsent(key(full), person);
    if (person.gender == Gender.UNKNOWN) {
      person.gender = lexicon.genderOfName(key(words[0]));
    }
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private void enter(EntityMention name) {
    String[] words = words(name);
    Person person = byKey.get(key(text(name)));
    if (person == null) {
      person = byKey.get(key(words[words.length - 1]));
    }
    if (person == null) {
      person = new Person();
      person.fullest = text(name);
      byKey.put(key(words[words.length - 1]), person);
    }
    personOf.put(name, person);
    int first = reading.tokenAt(name.start());
    int last = first;
    while (last + 1 < reading.size && reading.start[last + 1] < name.end()) {
      last++;
    }
    if (first >= reading.size) {
      return;
    }
    if (first > 0) {
      Gender told = lexicon.titles().of(reading.lower[first - 1]);
      if (told != null && told != Gender.UNKNOWN) {
        person.gender = told;
      }
    }
    mentions.add(new Mention(person, first, last, reading.marked[first]));
  }

  /** “North Atlantic Treaty Organization (NATO)”. */
  private void acronyms(List<EntityMention> names) {
    for (int i = 1; i < names.size(); i++) {
      EntityMention longName = names.get(i - 1);
      EntityMention acronym = names.get(i);
      if (acronym.start() - longName.end() == 2
          && reading.text.charAt(acronym.start() - 1) == '('
          && longName.type() == EntityType.ORGANIZATION) {
        fullestBody.putIfAbsent(text(acronym), text(longName));
      }
    }
  }

  /**
   * @param lastSource the source of the quotation before, the likeliest to be meant by a pronoun
   */
  Speaker resolve(Phrase source, @Nullable Phrase lastSource) {
    Pronoun pronoun =
        source.first() == source.last() ? lexicon.pronoun(reading.lower[source.first()]) : null;
    if (pronoun != null) {
      return ofPronoun(source, pronoun, lastSource);
    }
    for (EntityMention name : reading.namesIn(source)) {
      Person person = personOf.get(name);
      if (person != null && !isPossessor(name)) {
        return new Speaker(person.fullest, SpeakerType.PERSON);
      }
    }
    List<EntityMention> names = reading.namesIn(source);
    String words = reading.words(source).replaceAll("\\s+", " ");
    if (names.isEmpty()) {
      return new Speaker(words, SpeakerType.UNNAMED);
    }
    EntityMention name = names.get(0);
    boolean heads = name.end() >= reading.end[source.last()] && !isPossessor(name);
    if (!heads || lexicon.sources().of(reading.lower[source.last()]) != null) {
      return new Speaker(words, SpeakerType.UNNAMED);
    }
    return switch (name.type()) {
      case LOCATION -> new Speaker(text(name), SpeakerType.LOCATION);
      case ORGANIZATION ->
          new Speaker(fullestBody.getOrDefault(text(name), text(name)), SpeakerType.ORGANIZATION);
      default -> new Speaker(words, SpeakerType.UNNAMED);
    };
  }

  private boolean isPossessor(EntityMention name) {
    int after = reading.tokenAt(name.end());
    return after < reading.size && reading.tag[after].equals("POS");
  }

  private Speaker ofPronoun(Phrase source, Pronoun pronoun, @Nullable Phrase lastSource) {
    String words = reading.words(source);
    if (pronoun.person() != 3 || pronoun.gender() == Gender.NEUTER || !pronoun.singular()) {
      return new Speaker(words, SpeakerType.UNNAMED);
    }
    Person best = null;
    double highest = Double.NEGATIVE_INFINITY;
    int seen = 0;
    for (int i = before(source.first()); i >= 0 && seen < REACH; i--, seen++) {
      Mention mention = mentions.get(i);
      if (mention.person().gender.agreesWith(pronoun.gender())) {
        double score = score(mention, source, pronoun, lastSource);
        if (score > highest) {
          highest = score;
          best = mention.person();
        }
      }
    }
    return best == null
        ? new Speaker(words, SpeakerType.PERSON)
        : new Speaker(best.fullest, SpeakerType.PERSON);
  }

  /** Index of the last mention that begins before a token; -1 when there is none. */
  private int before(int token) {
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

  private double score(
      Mention mention, Phrase source, Pronoun pronoun, @Nullable Phrase lastSource) {
    int first = mention.first();
    double score = -1.5 * (reading.sentence[source.first()] - reading.sentence[first]);
    if (mention.person().gender == pronoun.gender()) {
      score += 3;
    }
    if (first - reading.sentenceBegin(first) <= 3) {
      score += 2;
    }
    if (mention.marked()) {
      score -= 2;
    }
    if (first > 0 && reading.tag[first - 1].equals("IN")) {
      score -= 1.5;
    }
    if (lastSource != null && lastSource.first() <= first && first <= lastSource.last()) {
      score += 2;
    }
    int after = mention.last() + 1;
    if (after < reading.size && reading.tag[after].equals("POS")) {
      score -= 4;
    }
    return score;
  }
}
