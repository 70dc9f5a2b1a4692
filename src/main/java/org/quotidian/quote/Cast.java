package org.quotidian.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.SpeakerType;

/**
 * The people and organisations of one article. Resolves a name, a title, a description or a pronoun
 * to one of them.
 */
final class Cast {

  /** Mentions before a pronoun or description that are weighed. */
  private static final int REACH = 12;

  /** Tokens before and behind a name that tell what its bearer is. */
  private static final int ROLE_REACH = 14;

  /** A person under the fullest name, with the gender and office given in the article. */
  private static final class Person {
    final String fullest;
    Gender gender = Gender.UNKNOWN;
    final Set<String> roles = new HashSet<>();

    Person(String fullest) {
      this.fullest = fullest;
    }
  }

  /** A mention of a person. */
  private record Mention(Person person, int first, int last) {}

  private final Reading reading;
  private final Lexicon lexicon;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, Person> byName = new HashMap<>();
  private final Map<String, Person> byShortName = new HashMap<>();

  Cast(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    List<EntityMention> people =
        reading.annotated.entities().stream()
            .filter(name -> name.type() == EntityType.PERSON)
            .toList();
    people.stream().filter(name -> words(fullest(name)).length > 1).forEach(this::introduce);
    people.forEach(this::enter);
  }

  private static String[] words(String name) {
    return name.split(" ");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private String text(EntityMention name) {
    return reading.text.substring(name.start(), name.end()).replaceAll("\\s+", " ").strip();
  }

  private String fullest(EntityMention name) {
    return name.canonical().isEmpty() ? text(name) : name.canonical();
  }

  /** A full name: its last word may stand for it from now on, in some languages its first too. */
  private void introduce(EntityMention name) {
    String full = fullest(name);
    Person person = byName.computeIfAbsent(key(full), k -> new Person(full));
    String[] words = words(full);
    byShortName.putIfAbsent(key(words[words.length - 1]), person);
    if (lexicon.traits().shortensToFirstName()) {
      byShortName.putIfAbsent(key(words[0]), person);
    }
    if (person.gender == Gender.UNKNOWN) {
      person.gender = lexicon.genderOfName(key(words[0]));
    }
  }

  private void enter(EntityMention name) {
    String full = fullest(name);
    Person person = byName.get(key(full));
    if (person == null) {
      String[] words = words(full);
      person = byShortName.get(key(words[words.length - 1]));
    }
    if (person == null) {
      person = new Person(full);
      byName.put(key(full), person);
      byShortName.putIfAbsent(key(full), person);
    }
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

  /** From the word before the name: “Mrs.”, “bà”, “nữ ca sĩ”. */
  private void learnGender(Person person, int first) {
    for (int from = Math.max(0, first - 3); from < first; from++) {
      WordTree.Match<Gender> title = lexicon.titles().longestAt(reading.lower, from, first);
      if (title != null && from + title.length() == first) {
        tell(person, title.value());
      }
      WordTree.Match<SourceNoun> noun = lexicon.sources().longestAt(reading.lower, from, first);
      if (noun != null && from + noun.length() == first) {
        tell(person, noun.value().gender());
      }
      WordTree.Match<Pronoun> form = lexicon.pronounPhrases().longestAt(reading.lower, from, first);
      if (form != null && from + form.length() == first) {
        tell(person, form.value().gender());
      }
    }
  }

  private static void tell(Person person, Gender gender) {
    if (gender == Gender.MALE || gender == Gender.FEMALE) {
      person.gender = gender;
    }
  }

  /** From the title before the name and the apposition behind it. */
  private void learnRoles(Person person, int first, int last) {
    int low = Math.max(reading.sentenceBegin(first), first - ROLE_REACH);
    for (int i = first - 1; i >= low && !isBorder(i); i--) {
      person.roles.add(reading.lower[i]);
    }
    int high = Math.min(reading.sentenceEnd(last), last + ROLE_REACH);
    boolean apposition =
        last + 1 < high
            && (reading.isComma(last + 1) || reading.isDash(last + 1))
            && !reading.isListed(WordKind.RELATIVE, last + 2); // “, whom the inspector warned,”
    if (apposition) {
      for (int i = last + 2; i < high && !isBorder(i); i++) {
        person.roles.add(reading.lower[i]);
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

  /**
   * @param lastSource the source of the quotation before, the likeliest to be meant by a pronoun
   */
  Speaker resolve(Phrase source, @Nullable Phrase lastSource) {
    Pronoun pronoun = pronoun(source);
    if (pronoun != null) {
      return ofPronoun(source, pronoun, lastSource);
    }
    String description = reading.words(source).replaceAll("\\s+", " ").strip();
    int head = head(source);
    for (EntityMention name : reading.namesIn(source)) {
      if (name.type() == EntityType.PERSON && leads(name, source, head)) {
        return new Speaker(personOf(name), SpeakerType.PERSON);
      }
    }
    Person missed = byShortName.get(reading.lower[source.last()]);
    if (missed != null
        && reading.name[source.last()] == null
        && reading.isCapitalised(source.last())
        && reading.wordsIn(source.first(), source.last() + 1) <= 3) {
      enterMissed(missed, source);
      return new Speaker(missed.fullest, SpeakerType.PERSON);
    }
    EntityMention apposed = lexicon.traits().namesFollowDescriptions() ? apposed(source) : null;
    if (apposed != null) {
      return new Speaker(personOf(apposed), SpeakerType.PERSON);
    }
    Person described = described(source, head);
    if (described != null) {
      return new Speaker(described.fullest, SpeakerType.PERSON);
    }
    return body(source, head, description);
  }

  /** A pronoun may mean whom the name model missed here; the same source may be asked for twice. */
  private void enterMissed(Person person, Phrase source) {
    int place = before(source.last() + 1);
    if (place < 0 || mentions.get(place).first() < source.first()) {
      mentions.add(place + 1, new Mention(person, source.first(), source.last()));
    }
  }

  /** “the city's mayor, Anna Berg, said”: the name set behind a description between commas. */
  private @Nullable EntityMention apposed(Phrase source) {
    int comma = source.last() + 1;
    if (!reading.isComma(comma)) {
      return null;
    }
    int high = Math.min(reading.sentenceEnd(source.last()), comma + ROLE_REACH);
    int i = comma + 1;
    while (i < high
        && !reading.marked[i]
        && (reading.pos[i].isNoun() || reading.pos[i].isPositiveAdjective())) {
      i++;
    }
    EntityMention name = reading.name[i - 1];
    boolean person = name != null && name.type() == EntityType.PERSON;
    return person && i < high && reading.isComma(i) && i > comma + 1 ? name : null;
  }

  private @Nullable Pronoun pronoun(Phrase source) {
    WordTree.Match<Pronoun> match =
        lexicon.pronounPhrases().longestAt(reading.lower, source.first(), source.last() + 1);
    return match != null && match.length() == source.last() - source.first() + 1
        ? match.value()
        : null;
  }

  /** The token that says what a phrase is: the first, or the last before “of” or a bracket. */
  private int head(Phrase phrase) {
    if (!lexicon.traits().headIsLast()) {
      return phrase.first();
    }
    for (int i = phrase.first() + 1; i <= phrase.last(); i++) {
      boolean preposition = reading.pos[i].isLikePreposition();
      if (preposition || reading.word[i].equals("(") || reading.pos[i].isPossessiveMarker()) {
        boolean close =
            preposition && i - 2 >= phrase.first() && reading.pos[i - 1].isPositiveAdjective();
        return close ? i - 2 : i - 1;
      }
    }
    return phrase.last();
  }

  /** Whether the phrase means the bearer of this name, not “the campaign of …” or “mẹ của …”. */
  private boolean leads(EntityMention name, Phrase source, int head) {
    if (lexicon.traits().headIsLast()) {
      return name.start() <= reading.start[head]
          && reading.start[head] < name.end()
          && !isPossessor(name, source);
    }
    WordTree.Match<SourceNoun> noun =
        lexicon.sources().longestAt(reading.lower, source.first(), source.last() + 1);
    if (noun != null && noun.value().kind() != SourceNoun.Kind.PERSON && !isOffice(source)) {
      return false;
    }
    for (int i = source.first(); i <= source.last() && reading.start[i] < name.start(); i++) {
      if (lexicon.words(WordKind.POSSESSION).of(reading.lower[i]) != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a phrase begins with somebody's title, although a part of it is a noun for a body: bộ
   * trưởng, but not bộ.
   */
  private boolean isOffice(Phrase source) {
    int limit = source.last() + 1;
    var title = lexicon.titles().longestAt(reading.lower, source.first(), limit);
    var noun = lexicon.sources().longestAt(reading.lower, source.first(), limit);
    return title != null && (noun == null || title.length() > noun.length());
  }

  /** Whether the phrase is about what belongs to the bearer of the name. */
  private boolean isPossessor(EntityMention name, Phrase source) {
    int after = reading.tokenAt(name.end());
    return after <= source.last() && reading.pos[after].isPossessiveMarker();
  }

  private String personOf(EntityMention name) {
    int first = reading.tokenAt(name.start());
    for (int i = before(first + 1); i >= 0 && mentions.get(i).first() == first; i--) {
      return mentions.get(i).person().fullest;
    }
    return fullest(name);
  }

  private Speaker body(Phrase source, int head, String description) {
    List<EntityMention> names = reading.namesIn(source);
    if (names.isEmpty() && GivenNames.isName(source, reading, lexicon)) {
      return new Speaker(description, SpeakerType.PERSON);
    }
    WordTree.Match<SourceNoun> noun =
        lexicon.sources().longestAt(reading.lower, source.first(), source.last() + 1);
    boolean people =
        lexicon.traits().headIsLast()
            ? lexicon.sources().of(reading.lower[head]) != null
            : isOffice(source) || noun != null && noun.value().kind() != SourceNoun.Kind.GROUP;
    if (names.isEmpty() || people) {
      return new Speaker(description, SpeakerType.UNNAMED);
    }
    EntityMention name = names.get(0);
    boolean heads =
        lexicon.traits().headIsLast()
            ? name.end() >= reading.end[head] && !isPossessor(name, source)
            : name.end() >= reading.end[source.last()];
    if (!heads) {
      return new Speaker(description, SpeakerType.UNNAMED);
    }
    return switch (name.type()) {
      case LOCATION -> new Speaker(fullest(name), SpeakerType.LOCATION);
      case ORGANIZATION -> new Speaker(fullest(name), SpeakerType.ORGANIZATION);
      default -> new Speaker(description, SpeakerType.UNNAMED);
    };
  }

  /** “the mayor”, “vị trung tá”, “người đứng đầu NATO”: the one of whom the article told that. */
  private @Nullable Person described(Phrase source, int head) {
    int first = lexicon.traits().headIsLast() ? head : source.first();
    var noun = lexicon.sources().longestAt(reading.lower, first, source.last() + 1);
    boolean people =
        noun == null || noun.value().kind() == SourceNoun.Kind.PERSON || isOffice(source);
    if (!people
        || lexicon
                .words(WordKind.INDEFINITE)
                .longestAt(reading.lower, source.first(), source.last() + 1)
            != null) {
      return null;
    }
    boolean leader = false;
    var wanted = new ArrayList<String>();
    int i = source.first();
    while (i <= source.last()) {
      var leads = lexicon.words(WordKind.LEADER).longestAt(reading.lower, i, source.last() + 1);
      var plain = lexicon.words(WordKind.DEFINITE).longestAt(reading.lower, i, source.last() + 1);
      leader |= leads != null;
      int skipped =
          Math.max(leads == null ? 0 : leads.length(), plain == null ? 0 : plain.length());
      if (skipped == 0 && reading.isWord(i)) {
        wanted.add(reading.lower[i]);
      }
      i += Math.max(1, skipped);
    }
    if (wanted.isEmpty()) {
      return null;
    }
    if (leader && !reading.isCapitalised(source.last())) {
      return null;
    }
    int seen = 0;
    for (int m = before(source.first()); m >= 0 && seen < 3 * REACH; m--, seen++) {
      Person person = mentions.get(m).person();
      if (person.roles.containsAll(wanted)) {
        return person;
      }
    }
    return null;
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

  /** Near, of the same gender, a subject, not an owner or object, and best the speaker before. */
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
    if (reading.marked[first]) {
      score -= 2;
    }
    if (first > 0 && reading.pos[first - 1].isPreposition()) {
      score -= 1.5;
    }
    if (lastSource != null && lastSource.first() <= first && first <= lastSource.last()) {
      score += 2;
    }
    int after = mention.last() + 1;
    if (after < reading.size && reading.pos[after].isPossessiveMarker()) {
      score -= 4;
    }
    return score;
  }
}
