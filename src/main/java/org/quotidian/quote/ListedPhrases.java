package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;

/**
 * Finds phrases by word lists and names, in languages without part-of-speech tags. A phrase begins
 * with a name, a title, a noun for people or organisations, a quantifier or a pronoun, and ends
 * before the first word that cannot belong to it.
 */
final class ListedPhrases implements Phrases {

  /** Tokens; no description of a source is longer. */
  private static final int LONGEST = 18;

  /** Tokens between a subject and its reporting verb. */
  private static final int PREDICATE_REACH = 30;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final ListedSubjects subjects;

  ListedPhrases(Reading reading, Lexicon lexicon, CueRow cues) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.words = new ListedWords(reading, lexicon);
    this.subjects = new ListedSubjects(reading, lexicon, cues, words, this);
  }

  @Override
  public @Nullable Phrase startingAt(int token, int limit) {
    if (token >= limit || reading.marked[token] || !reading.isWord(token)) {
      return null;
    }
    int head = headLength(token, limit);
    EntityMention name = reading.name[token];
    if (head > 0 && words.length(WordKind.BEFORE_VERB, token, limit) > head) {
      return null; // “một lần nữa” is no “một …”
    }
    Cue cue = cues.at(token);
    if (cue != null && (name == null || !isSource(name)) && head <= cue.last() - token + 1) {
      return null;
    }
    if (head == 0 && (name == null || !isSource(name))) {
      Phrase unlisted = capitalsBeforeCue(token, limit);
      return unlisted == null ? capitalsBehindCue(token, limit) : unlisted;
    }
    int next = token + head;
    if (name != null && isSource(name) && nameLimit(token) >= next) {
      next = nameLimit(token);
      if (name.type() == EntityType.PERSON) {
        return new Phrase(token, withDemonstrative(next, limit) - 1);
      }
    }
    int end = extended(token, Math.min(next, limit), limit);
    boolean quantifierOnly =
        end == token + head
            && words.length(WordKind.QUANTIFIER, token, limit) == head
            && length(lexicon.sources(), token, limit) < head;
    return quantifierOnly ? null : new Phrase(token, end - 1);
  }

  /** A name that the tagger missed: capitals right before a reporting verb. */
  private @Nullable Phrase capitalsBeforeCue(int token, int limit) {
    int i = token;
    while (i < limit && reading.isCapitalised(i) && reading.isWord(i) && cues.at(i) == null) {
      i++;
    }
    if (i == token || words.opensSentence(token, limit)) {
      return null;
    }
    int verb = i;
    while (verb < reading.size
        && verb < i + 4
        && cues.verbAt(verb) == null
        && words.onlyAdverbs(verb, verb + 1)) {
      verb++;
    }
    return cues.verbAt(verb) == null ? null : new Phrase(token, i - 1);
  }

  /** The same right behind one: “…”, sagte Anna Berg. */
  private @Nullable Phrase capitalsBehindCue(int token, int limit) {
    Cue cue = cues.before(token);
    int i = token;
    while (i < limit && reading.isCapitalised(i) && reading.isWord(i)) {
      i++;
    }
    return cue == null || i == token ? null : new Phrase(token, i - 1);
  }

  private static boolean isSource(EntityMention name) {
    return name.type() == EntityType.PERSON
        || name.type() == EntityType.ORGANIZATION
        || name.type() == EntityType.LOCATION;
  }

  /** How many tokens the title, noun, pronoun or quantifier takes that begins here; 0 for none. */
  int headLength(int token, int limit) {
    int longest = 0;
    longest = Math.max(longest, length(lexicon.sources(), token, limit));
    longest = Math.max(longest, length(lexicon.titles(), token, limit));
    longest = Math.max(longest, length(lexicon.pronounPhrases(), token, limit));
    int quantifier = words.length(WordKind.QUANTIFIER, token, limit);
    if (quantifier > longest) {
      int noun = token + quantifier;
      longest = quantifier + length(lexicon.sources(), noun, limit);
    }
    return longest;
  }

  private int length(WordTree<?> tree, int token, int limit) {
    var match = tree.longestAt(reading.lower, token, limit);
    return match == null ? 0 : match.length();
  }

  int nameLimit(int token) {
    EntityMention name = reading.name[token];
    int i = token;
    while (i < reading.size && reading.name[i] == name && (i == token || cues.verbAt(i) == null)) {
      i++;
    }
    return i;
  }

  private int withDemonstrative(int next, int limit) {
    int length = words.length(WordKind.DEMONSTRATIVE, next, limit);
    return next + length;
  }

  /** Where a phrase ends that goes on at {@code next}. */
  private int extended(int first, int next, int limit) {
    int i = next;
    while (i < limit && i - first < LONGEST) {
      EntityMention name = reading.name[i];
      if (reading.marked[i] || cues.at(i) != null && name == null) {
        break;
      }
      if (name != null && isSource(name)) {
        i = Math.min(limit, nameLimit(i));
        if (name.type() == EntityType.PERSON) {
          return Math.min(limit, withDemonstrative(i, limit));
        }
        continue;
      }
      int behindBrackets = nameBehindBrackets(i, limit);
      if (behindBrackets > 0) {
        i = behindBrackets;
        continue;
      }
      if (words.isAny(WordKind.DEMONSTRATIVE, i, limit)) {
        return withDemonstrative(i, limit);
      }
      if (words.isAny(WordKind.STOP, i, limit) || words.isAny(WordKind.ADDRESSEE_MARK, i, limit)) {
        break;
      }
      if (words.isAny(WordKind.CONJUNCTION, i, limit)
          && !(i + 1 < limit && headLength(i + 1, limit) > 0)) {
        break;
      }
      if (!reading.isWord(i) && !reading.isAny(i, "&", "/", "-")) {
        break;
      }
      if (reading.isAny(i, "-") && i > 0 && reading.start[i] > reading.end[i - 1]) {
        break;
      }
      i++;
    }
    return i;
  }

  /**
   * “Tổng thư ký Liên minh (LM) Lê Hải”: where the name begins; 0 without brackets before a name.
   */
  private int nameBehindBrackets(int token, int limit) {
    if (!reading.is(token, "(")) {
      return 0;
    }
    for (int i = token + 1; i + 1 < limit && i < token + 6; i++) {
      if (reading.is(i, ")")) {
        EntityMention name = reading.name[i + 1];
        return name != null && name.type() == EntityType.PERSON ? i + 1 : 0;
      }
    }
    return 0;
  }

  @Override
  public @Nullable Phrase sourceBehind(Cue cue, int limit) {
    return subjects.sourceBehind(cue.last() + 1, limit);
  }

  @Override
  public @Nullable Phrase subjectBefore(Cue cue, int low) {
    return subjects.before(cue, low);
  }

  @Override
  public @Nullable Phrase unlistedBefore(Cue cue, int low) {
    return subjects.unlisted(cue, low);
  }

  @Override
  public @Nullable Phrase unlistedAt(int token, int limit) {
    return subjects.upToBorder(token, limit);
  }

  @Override
  public int predicateOf(Phrase subject, int limit) {
    int to = Math.min(limit, subject.last() + PREDICATE_REACH);
    for (int i = subject.last() + 1; i < to && !reading.marked[i]; i++) {
      if (cues.verbAt(i) != null || reading.isAny(i, ".", ":", ";")) {
        return i;
      }
    }
    return limit;
  }

  @Override
  public boolean canSpeak(Phrase phrase) {
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      EntityMention name = reading.name[i];
      if (name != null && isSource(name)) {
        return true;
      }
    }
    int head =
        phrase.first() + words.length(WordKind.QUANTIFIER, phrase.first(), phrase.last() + 1);
    return length(lexicon.sources(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.pronounPhrases(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.titles(), phrase.first(), phrase.last() + 1) > 0
        || length(lexicon.sources(), head, phrase.last() + 1) > 0;
  }
}
