package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;

/**
 * Finds the subject behind a reporting verb: <i>a dit mardi à la presse Anna Berg</i>, <i>explican
 * desde la alcaldía</i>.
 */
record SubjectsBehind(Reading reading, Tags tags, NounPhrases phrases) {

  /** Tokens between a verb and a subject behind it. */
  private static final int REACH = 18;

  /** Tokens between commas behind a verb. */
  private static final int LONGEST_ASIDE = 8;

  /** “a-t-on appris auprès de la mairie”: whoever let people know. */
  @Nullable Phrase informant(int from) {
    int high = Math.min(reading.sentenceEnd(from - 1), from + REACH);
    for (int i = from; i + 1 < high && !reading.isComma(i); i++) {
      Phrase phrase = tags.of(i).isPreposition() ? phrases.startingAt(i + 1, high) : null;
      if (phrase != null && (phrases.canSpeak(phrase) || phrases.isDocument(phrase))) {
        return phrase;
      }
    }
    return null;
  }

  /**
   * The first phrase behind a verb that does not belong to a preposition; without one, the name at
   * the end of what does: “a dit devant la presse Anna Berg”.
   */
  @Nullable Phrase of(int verb, int limit) {
    int high = Math.min(limit, verb + REACH);
    Phrase name = null;
    int i = verb + 1;
    while (i < high && (!ends(i) || namedInMarks(i) != null)) {
      if (reading.marked[i]) {
        return namedInMarks(i);
      }
      int aside = name == null ? behindAside(i, high) : i;
      if (aside > i) {
        i = aside;
        continue;
      }
      if (reading.isComma(i)) {
        break;
      }
      if (tags.of(i).isPreposition()) {
        Phrase occasion = phrases.startingAt(i + 1, limit);
        if (occasion != null && reading.isListed(WordKind.ORIGIN, i)) {
          return occasion;
        }
        name = occasion == null || name != null ? name : nameAtEnd(occasion);
        i = occasion == null ? i + 1 : occasion.last() + 1;
        continue;
      }
      Phrase phrase = tags.isTime(i) ? null : phrases.startingAt(i, limit);
      if (phrase != null && !tags.isTime(phrase.last())) {
        return phrase;
      }
      i = phrase == null ? i + 1 : phrase.last() + 1; // “dijo el martes | Anna Berg”
    }
    return verb + 1 > reading.sentenceBegin(verb) + 1 ? name : null;
  }

  /** “como explica 'El Diario'”: a name in single marks. */
  private @Nullable Phrase namedInMarks(int mark) {
    if (!reading.marked[mark]
        || !reading.isAny(mark, "'", "‘")
        || mark + 1 >= reading.size
        || !reading.isCapitalised(mark + 1)) {
      return null;
    }
    int last = mark + 1;
    while (last + 1 < reading.size && reading.marked[last + 1] && reading.isWord(last + 1)) {
      last++;
    }
    return last - mark <= LONGEST_ASIDE / 2 ? new Phrase(mark + 1, last) : null;
  }

  private boolean ends(int token) {
    TokenClass pos = tags.of(token);
    return reading.marked[token]
        || reading.isAny(token, ":", ";", "(")
        || reading.isListed(WordKind.COMPLEMENTISER, token)
        || pos.isVerb()
        || pos.isAuxiliary();
  }

  /** “affirmait, à Lindau, | Anna Berg”: behind an occasion between commas. */
  private int behindAside(int comma, int high) {
    if (!reading.isComma(comma) || comma + 1 >= high || !tags.of(comma + 1).isPreposition()) {
      return comma;
    }
    int close = comma + 1;
    while (close < high && !reading.isComma(close) && !tags.of(close).isVerb()) {
      close++;
    }
    return close < high && reading.isComma(close) && close - comma < LONGEST_ASIDE
        ? close + 1
        : comma;
  }

  private @Nullable Phrase nameAtEnd(Phrase occasion) {
    int first = occasion.last() + 1;
    while (first - 1 >= occasion.first() && tags.of(first - 1).isProper()) {
      first--;
    }
    EntityMention name = reading.name[Math.min(first, occasion.last())];
    int person = first;
    while (name != null
        && person < occasion.last()
        && !phrases.namesPerson(person)
        && reading.isListed(WordKind.MEDIUM, person)) {
      person++;
      name = reading.name[person];
    }
    boolean named =
        person <= occasion.last()
            && (phrases.namesPerson(person) || person > first || name == null);
    return named && person <= occasion.last() ? new Phrase(person, occasion.last()) : null;
  }
}
