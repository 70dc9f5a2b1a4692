package org.quotidian.quote;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.quote.ListedSubjects.Chunk;

/**
 * Finds the name that titles, places and descriptions between commas belong to, in languages
 * without part-of-speech tags.
 */
final class ListedAppositions {

  private static final int LONGEST = 45; // tokens from a name to its verb

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ListedWords words;
  private final ListedPhrases phrases;
  private final Function<Chunk, @Nullable Phrase> opening;

  /**
   * @param opening the phrase with which a part of a sentence begins
   */
  ListedAppositions(
      Reading reading,
      Lexicon lexicon,
      CueRow cues,
      ListedWords words,
      ListedPhrases phrases,
      Function<Chunk, @Nullable Phrase> opening) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.words = words;
    this.phrases = phrases;
    this.opening = opening;
  }

  /**
   * “Anh Hải, diêm dân xã Bình An, tỉnh Tân Phước chia sẻ”, “ông Hải thuộc Sở Y tế cho biết”: a
   * person at the start of a part of the sentence, behind whom only descriptions stand.
   *
   * @param adjacent the phrase right before the cue, if there is one
   */
  @Nullable Phrase described(@Nullable Phrase adjacent, List<Chunk> chunks, int cue) {
    if (adjacent != null && (isTitledName(adjacent) || isPronoun(adjacent))) {
      return null;
    }
    for (int i = chunks.size() - 1; i >= 0 && cue - chunks.get(i).first() < LONGEST; i--) {
      Chunk chunk = chunks.get(i);
      Phrase person = opening.apply(chunk);
      if (person != null
          && isTitledName(person)
          && !followsAttribution(person)
          && describes(person.last() + 1, chunk.limit())) {
        return onlyNouns(person.last() + 1, cue) ? person : null;
      }
    }
    return null;
  }

  /** Whether a person's name follows what he or she is: “Giám đốc bến cảng, ông Hải,”. */
  boolean isRoleOf(Phrase role, Phrase person) {
    int head = phrases.headLength(role.first(), role.last() + 1);
    return !isBody(role)
        && !reading.namesPerson(role)
        && head > 0
        && role.last() + 1 - role.first() > head
        && isTitledName(person);
  }

  private boolean isPronoun(Phrase phrase) {
    var pronoun =
        lexicon.pronounPhrases().longestAt(reading.lower, phrase.first(), phrase.last() + 1);
    return pronoun != null && pronoun.length() == phrase.last() - phrase.first() + 1;
  }

  private boolean followsAttribution(Phrase person) {
    Cue cue = cues.before(person.first());
    return cue != null && cue.isAttribution();
  }

  /** Whether nothing follows a name in its part of the sentence, or what describes it. */
  private boolean describes(int from, int limit) {
    return from >= limit || reading.is(from, "(") || words.isAny(WordKind.DESCRIBING, from, limit);
  }

  /** No verb stands there that a list knows. */
  private boolean onlyNouns(int from, int cue) {
    int brackets = 0;
    for (int i = from; i < cue; i++) {
      brackets += reading.is(i, "(") ? 1 : reading.is(i, ")") ? -1 : 0;
      if (reading.marked[i] || reading.isAny(i, ":", ";")) {
        return false;
      }
      if (brackets == 0
          && reading.name[i] == null
          && (cues.at(i) != null || words.isAny(WordKind.CLAUSE_SIGN, i, cue))) {
        return words.onlyAdverbs(i, cue);
      }
    }
    return true;
  }

  /**
   * “ông Hải, Giám đốc bến cảng, tỉnh Tân Phước cho biết”: the name that a title was set behind.
   */
  Phrase named(Phrase phrase, List<Chunk> chunks, int index) {
    if (namesPerson(phrase)) {
      return phrase;
    }
    for (int i = index - 1; i >= 0; i--) {
      Phrase before = opening.apply(chunks.get(i));
      if (before == null && givesParticulars(chunks.get(i))) {
        continue;
      }
      if (before == null || !words.onlyAdverbs(before.last() + 1, chunks.get(i).limit())) {
        return phrase;
      }
      if (namesPerson(before)) {
        return before;
      }
      if (isBody(before) && !isPlace(phrase)) {
        return phrase;
      }
      if (isPlace(phrase) && !isPlace(before)) {
        phrase = before;
      }
    }
    return phrase;
  }

  /** “ông Hải”, “giám đốc Bến Xanh Trần Hải”, not “người đóng vai Trần Hải”. */
  private boolean isTitledName(Phrase phrase) {
    int i = phrase.first();
    while (i <= phrase.last()) {
      EntityMention name = reading.name[i];
      if (name != null && name.type() == EntityType.PERSON) {
        return true;
      }
      int next = name == null ? i + phrases.headLength(i, phrase.last() + 1) : phrases.nameLimit(i);
      if (next == i) {
        return false;
      }
      i = next;
    }
    return false;
  }

  /** A person's name with a title at most: not “bác gái của anh Bảo”. */
  private boolean namesPerson(Phrase phrase) {
    if (isBody(phrase)) {
      return false;
    }
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      EntityMention name = reading.name[i];
      if (name != null && name.type() == EntityType.PERSON) {
        return true;
      }
      if (lexicon.words(WordKind.POSSESSION).of(reading.lower[i]) != null) {
        return false;
      }
    }
    return false;
  }

  private boolean isBody(Phrase phrase) {
    var match = lexicon.sources().longestAt(reading.lower, phrase.first(), phrase.last() + 1);
    return match != null && match.value().kind() != SourceNoun.Kind.PERSON;
  }

  /** “25 tuổi”, “ngụ phường 12”: between a name and its verb. */
  private boolean givesParticulars(Chunk chunk) {
    return Character.isDigit(reading.word[chunk.first()].codePointAt(0))
        || words.isAny(WordKind.PARTICULARS, chunk.first(), chunk.limit());
  }

  private boolean isPlace(Phrase phrase) {
    int first = phrase.first() + words.length(WordKind.BEFORE_NAME, phrase.first(), phrase.last());
    EntityMention name = reading.name[first];
    return name != null && name.type() == EntityType.LOCATION;
  }
}
