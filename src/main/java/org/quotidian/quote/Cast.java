package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.SpeakerType;
import org.quotidian.quote.Mentions.Mention;

/**
 * Tells who is meant by a source: resolves a name, a title, a description or a pronoun to one of
 * the people and organisations of an article. For one call and one thread.
 */
final class Cast {

  /** Mentions before a description that are weighed. */
  private static final int REACH = 36;

  /** Tokens between the comma behind a description and the end of the name set behind it. */
  private static final int APPOSITION_REACH = 14;

  /** The owner of “his claim”. */
  private static final Pronoun MALE_OWNER = new Pronoun(3, true, Gender.MALE);

  private static final Pronoun FEMALE_OWNER = new Pronoun(3, true, Gender.FEMALE);

  private final Reading reading;
  private final Lexicon lexicon;
  private final Mentions mentions;
  private final Antecedent antecedent;

  Cast(Reading reading, Lexicon lexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.mentions = new Mentions(reading, lexicon);
    this.antecedent = new Antecedent(reading, mentions);
  }

  /**
   * @param lastSource the source of the quotation before, the likeliest to be meant by a pronoun
   */
  Speaker resolve(Phrase source, @Nullable Phrase lastSource) {
    Pronoun pronoun = pronoun(source);
    if (pronoun != null) {
      return ofPronoun(source, pronoun, lastSource);
    }
    int head = head(source);
    String person = person(source, head);
    return person == null ? body(source, head) : new Speaker(person, SpeakerType.PERSON);
  }

  /** The person whom a phrase names or describes; null if it does neither. */
  private @Nullable String person(Phrase source, int head) {
    EntityMention named = named(source, head);
    if (named != null) {
      return mentions.personOf(named);
    }
    Person missed = missed(source);
    if (missed != null) {
      mentions.add(missed, source);
      return missed.fullestName();
    }
    EntityMention apposed = lexicon.traits().namesFollowDescriptions() ? apposed(source) : null;
    if (apposed != null) {
      return mentions.personOf(apposed);
    }
    Person described = described(source, head);
    return described == null ? null : described.fullestName();
  }

  private @Nullable EntityMention named(Phrase source, int head) {
    for (EntityMention name : reading.namesIn(source)) {
      if (name.type() == EntityType.PERSON && leads(name, source, head)) {
        return name;
      }
    }
    return null;
  }

  /** The bearer of a short name that the name model missed here. */
  private @Nullable Person missed(Phrase source) {
    int last = source.last();
    return reading.name[last] == null
            && reading.isCapitalised(last)
            && reading.wordsIn(source.first(), last + 1) <= 3
        ? mentions.shortlyCalled(reading.lower[last])
        : null;
  }

  /** “the city's mayor, Anna Berg, said”: the name set behind a description between commas. */
  private @Nullable EntityMention apposed(Phrase source) {
    int comma = source.last() + 1;
    if (!reading.isComma(comma)) {
      return null;
    }
    int high = Math.min(reading.sentenceEnd(source.last()), comma + APPOSITION_REACH);
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
    if (source.first() == source.last() && reading.isListed(WordKind.MALE_OWNER, source.first())) {
      return MALE_OWNER;
    }
    if (source.first() == source.last()
        && reading.isListed(WordKind.FEMALE_OWNER, source.first())) {
      return FEMALE_OWNER;
    }
    WordTree.Match<Pronoun> match =
        lexicon.pronounPhrases().longestAt(reading.lower, source.first(), source.last() + 1);
    return match != null && match.length() == source.last() - source.first() + 1
        ? match.value()
        : null;
  }

  /** The token that says what a phrase is: the first, or the last before “of” or a bracket. */
  private int head(Phrase phrase) {
    if (!lexicon.traits().headIsLast()) {
      int noun = phrase.first();
      while (noun < phrase.last() && reading.pos[noun].isDeterminer()) {
        noun++;
      }
      return noun;
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
        lexicon.sources().longestAt(reading.lower, head, source.last() + 1);
    if (noun != null && noun.value().kind() != SourceNoun.Kind.PERSON && !isOffice(source)) {
      return false;
    }
    if (lexicon.traits().verbsHaveGroups()) {
      return !isOwner(name, source);
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

  /** “le frère d'Anna Berg”: a name right behind what joins a noun to its owner. */
  private boolean isOwner(EntityMention name, Phrase source) {
    int first = reading.tokenAt(name.start());
    int before = first - 1;
    if (before > source.first() && reading.pos[before].isDeterminer()) {
      before--;
    }
    return before > source.first() && reading.isListed(WordKind.POSSESSION, before);
  }

  /** Whether the phrase is about what belongs to the bearer of the name. */
  private boolean isPossessor(EntityMention name, Phrase source) {
    int after = reading.tokenAt(name.end());
    return after <= source.last() && reading.pos[after].isPossessiveMarker();
  }

  private Speaker body(Phrase source, int head) {
    String description = reading.words(source).replaceAll("\\s+", " ").strip();
    List<EntityMention> names = reading.namesIn(source);
    if (names.isEmpty() && GivenNames.isName(source, reading, lexicon)) {
      return new Speaker(description, SpeakerType.PERSON);
    }
    WordTree.Match<SourceNoun> noun =
        lexicon.sources().longestAt(reading.lower, head, source.last() + 1);
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
            : name.end() >= reading.end[source.last()]
                && !(lexicon.traits().verbsHaveGroups() && isOwner(name, source));
    if (!heads) {
      return new Speaker(description, SpeakerType.UNNAMED);
    }
    return switch (name.type()) {
      case LOCATION -> new Speaker(mentions.fullestName(name), SpeakerType.LOCATION);
      case ORGANIZATION -> new Speaker(mentions.fullestName(name), SpeakerType.ORGANIZATION);
      default -> new Speaker(description, SpeakerType.UNNAMED);
    };
  }

  /** “the mayor”, “vị trung tá”, “người đứng đầu NATO”: the one of whom the article told that. */
  private @Nullable Person described(Phrase source, int head) {
    var noun = lexicon.sources().longestAt(reading.lower, head, source.last() + 1);
    boolean people =
        noun == null
            ? !isNameOfOther(source)
            : noun.value().kind() == SourceNoun.Kind.PERSON || isOffice(source);
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
    for (Mention mention : mentions.before(source.first(), REACH)) {
      if (mention.person().hasRoles(wanted)) {
        return mention.person();
      }
    }
    return null;
  }

  /** “VPF”, “công ty YG”: not what somebody is, although it stood beside his or her name. */
  private boolean isNameOfOther(Phrase source) {
    return !lexicon.traits().headIsLast()
        && !isOffice(source)
        && reading.isCapitalised(source.last());
  }

  private Speaker ofPronoun(Phrase source, Pronoun pronoun, @Nullable Phrase lastSource) {
    String words = reading.words(source);
    if (pronoun.person() != 3 || pronoun.gender() == Gender.NEUTER || !pronoun.singular()) {
      return new Speaker(words, SpeakerType.UNNAMED);
    }
    Person person = antecedent.of(source, pronoun, lastSource);
    return new Speaker(person == null ? words : person.fullestName(), SpeakerType.PERSON);
  }
}
