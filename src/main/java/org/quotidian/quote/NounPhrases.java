package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;

/** Finds noun phrases by the parts of speech of the tokens, and decides which of them can speak. */
final class NounPhrases {

  private final Reading reading;
  private final Lexicon lexicon;
  private final Tags tags;

  NounPhrases(Reading reading, Lexicon lexicon, Tags tags) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tags = tags;
  }

  /** Whether a token may stand in a noun phrase; pronouns are phrases of their own. */
  private boolean fitsPhrase(int token) {
    TokenClass pos = tags.of(token);
    if (pos.isHyphen()) {
      return token > 0 && reading.end[token - 1] == reading.start[token];
    }
    if (lexicon.traits().marksHoldTerms() && reading.isQuotationMark(token)) {
      return !reading.marked[token]; // the name of a paper
    }
    if (pos.isConjunction() && reading.is(token, "&")) {
      return true;
    }
    boolean fits =
        pos.isNoun()
            || pos.isDeterminer()
            || pos.isPredeterminer()
            || pos.isAdjective()
            || pos.isSuperlative()
            || pos.isPossessivePronoun()
            || pos.isPossessiveMarker()
            || pos.isNumber()
            || pos.isForeignOrCurrency()
            || pos.isParticiple()
            || pos.isQuotationMark();
    return fits && !reading.marked[token];
  }

  /** The noun phrase that begins at a token and ends before {@code limit}. */
  @Nullable Phrase startingAt(int token, int limit) {
    if (token >= limit || reading.marked[token]) {
      return null;
    }
    if (tags.of(token).isPersonalPronoun()) {
      return tags.isSubjectPronoun(token) ? new Phrase(token, token) : null;
    }
    if (!fitsPhrase(token)
        || tags.of(token).isPossessiveMarker()
        || tags.isTime(token)
            && (token + 1 >= limit
                || !tags.of(token + 1).isNoun() && !tags.of(token + 1).isPossessiveMarker())) {
      return null;
    }
    int last = token;
    boolean head =
        tags.of(token).isNoun()
            || (tags.of(token).isDeterminer() || tags.of(token).isNumber())
                && (lexicon.sources().of(reading.lower[token]) != null || isPartOf(token));
    while (last + 1 < limit
        && !reading.marked[last + 1]
        && fitsPhrase(last + 1)
        && !(tags.of(last).isNoun() && (opensAnother(last + 1) || opensNext(last + 1)))
        && !(head && tags.isTime(last + 1))
        && !(head && tags.of(last + 1).isParticiple())) {
      last++;
      head |= tags.of(last).isNoun() || tags.of(last).isNumber();
    }
    if (!head) {
      return null;
    }
    last = withComplement(last, limit);
    return new Phrase(token, last);
  }

  /** “une | des sources”, “celle | qui”, where the head of a phrase is its first noun */
  private boolean isPartOf(int token) {
    return !lexicon.traits().headIsLast()
        && tags.of(token).isNumber()
        && (reading.isListed(WordKind.POSSESSION, token + 1)
            || reading.isListed(WordKind.RELATIVE, token + 1));
  }

  /** “told reporters the crowd …”: behind a noun, “the” begins a phrase of its own. */
  private boolean opensAnother(int token) {
    return tags.of(token).isDeterminer() || tags.of(token).isPossessivePronoun();
  }

  /**
   * “nach Angaben | weitere Häuser”: where nouns are put together in one word, no adjective and no
   * other common noun goes on with the phrase of a noun, except behind a title.
   */
  private boolean opensNext(int token) {
    boolean another =
        tags.of(token).isAdjective()
            || tags.of(token).isCommonNoun() && reading.name[token] == null;
    return lexicon.traits().joinsWords()
        && another
        && !reading.isQuotationMark(token - 1)
        && lexicon.titles().of(reading.lower[token - 1]) == null;
  }

  /** “der Leiter | des Instituts”: a determiner that joins a noun to its owner. */
  private boolean joinsOwner(int token) {
    return tags.of(token).isDeterminer()
        && reading.isListed(WordKind.POSSESSION, token)
        && tags.of(token - 1).isCommonNoun();
  }

  /** Takes in “of the campaign” and “and Tom Reed”. */
  private int withComplement(int last, int limit) {
    int end = last;
    if (end + 2 < limit && joinsOwner(end + 1)) {
      Phrase owner = startingAt(end + 1, limit);
      end = owner == null ? end : owner.last();
    } else if (end + 2 < limit
        && tags.of(end + 1).isPreposition()
        && reading.isListed(WordKind.COMPLEMENT_PREPOSITION, end + 1)
        && !reading.marked[end + 2]) {
      Phrase more = startingAt(end + 2, limit);
      if (more != null
          && !tags.of(more.first()).isPersonalPronoun()
          && !tags.isTime(more.first())) {
        end = more.last();
      }
    } else if (end + 2 < limit
        && reading.isListed(WordKind.COORDINATOR, end + 1)
        && tags.of(end).isProper()
        && tags.of(end + 2).isProper()
        && !reading.marked[end + 2]) {
      Phrase more = startingAt(end + 2, limit);
      if (more != null) {
        end = more.last();
      }
    }
    return end;
  }

  /** The noun phrase that ends at a token. */
  @Nullable Phrase endingAt(int token, int low) {
    if (token < low || reading.marked[token]) {
      return null;
    }
    if (tags.of(token).isPersonalPronoun()) {
      return new Phrase(token, token);
    }
    if (!reading.word[token].equals(")") && !endsPhrase(tags.of(token))) {
      return null;
    }
    if (reading.word[token].equals(")")) {
      int open = token;
      while (open > low && token - open < 12 && !reading.word[open].equals("(")) {
        open--;
      }
      return reading.word[open].equals("(") ? endingAt(open - 1, low) : null;
    }
    int first = token;
    while (first - 1 >= low
        && !reading.marked[first - 1]
        && fitsPhrase(first - 1)
        && !(tags.of(first - 1).isNoun() && (opensAnother(first) || opensNext(first)))
        && !(tags.of(first - 1).isParticiple() && !isPremodifier(first - 1, low))) {
      first--;
    }
    while (first < token && (tags.of(first).isPossessiveMarker() || isTimeOpening(first, token))) {
      first++;
    }
    if (first > low && joinsOwner(first)) {
      Phrase longer = endingAt(first - 1, low);
      return longer == null ? new Phrase(first, token) : new Phrase(longer.first(), token);
    }
    if (first - 2 >= low
        && (tags.of(first - 1).isPreposition()
                && reading.isListed(WordKind.COMPLEMENT_PREPOSITION, first - 1)
            || reading.isListed(WordKind.POSSESSION, first - 1))
        && tags.of(first - 2).isNoun()
        && !tags.isTime(first - 2)) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    if (first - 2 >= low
        && reading.isListed(WordKind.COORDINATOR, first - 1)
        && (tags.of(first).isProper() && tags.of(first - 2).isProper()
            || tags.isSubjectPronoun(first - 2)
            || isSpeaker(token) && isSpeaker(first - 2))) {
      Phrase longer = endingAt(first - 2, low);
      if (longer != null) {
        return new Phrase(longer.first(), token);
      }
    }
    return new Phrase(first, token);
  }

  /** “the oldest”, “these two”: words that end a phrase, with a noun or without. */
  private static boolean endsPhrase(TokenClass pos) {
    return pos.isNoun()
        || pos.isDeterminer()
        || pos.isNumber()
        || pos.isPositiveAdjective()
        || pos.isSuperlative();
  }

  /** “union members and leaders” */
  private boolean isSpeaker(int token) {
    SourceNoun noun = lexicon.sources().of(reading.lower[token]);
    return tags.of(token).isPluralNoun() && noun != null && noun.kind() == SourceNoun.Kind.PERSON;
  }

  /** “On Tuesday Trump …”, “Tuesday the mayor …”: the day is not part of the subject. */
  private boolean isTimeOpening(int first, int last) {
    var mention = reading.name[first];
    boolean time =
        tags.isTime(first)
            || mention != null
                && (mention.type() == EntityType.DATE || mention.type() == EntityType.TIME);
    return time && first < last && !tags.isTime(last);
  }

  private boolean isPremodifier(int token, int low) {
    TokenClass before = token - 1 >= low ? tags.of(token - 1) : TokenClass.UNKNOWN;
    return before.isDeterminer() || before.isPositiveAdjective() || before.isPossessivePronoun();
  }

  /** Whether it names or describes somebody or something that can say things. */
  boolean canSpeak(Phrase phrase) {
    int head = head(phrase);
    for (int i = behindOwner(phrase.first(), head);
        i <= Math.max(head, lexicon.traits().headIsLast() ? head : tags.lastOfHead(phrase));
        i++) {
      var mention = reading.name[i];
      if (mention != null
          && (mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION)) {
        return true;
      }
    }
    if (tags.of(head).isPersonalPronoun() || tags.of(head).isPossessivePronoun()) {
      Pronoun pronoun = lexicon.pronoun(reading.lower[head]);
      return pronoun == null || pronoun.gender() != Gender.NEUTER;
    }
    if (tags.of(head).isProper()) {
      return !tags.isTime(head);
    }
    SourceNoun noun = lexicon.sources().of(reading.lower[head]);
    return noun != null && noun.kind() != SourceNoun.Kind.DOCUMENT;
  }

  /** “Anna Berg's | plan”: whoever owns something does not speak for it. */
  private int behindOwner(int first, int head) {
    for (int i = head - 1; i > first; i--) {
      if (tags.of(i).isPossessiveMarker()) {
        return i + 1;
      }
    }
    return first;
  }

  private int head(Phrase phrase) {
    for (int i = phrase.first(); i <= phrase.last() && !lexicon.traits().headIsLast(); i++) {
      if (tags.of(i).isNoun()) {
        return i;
      }
    }
    for (int i = phrase.first() + 1; i <= phrase.last(); i++) {
      if (tags.of(i).isPreposition() || reading.word[i].equals("(") || joinsOwner(i)) {
        return i - 1;
      }
    }
    return phrase.last();
  }

  boolean isDocument(Phrase phrase) {
    return isKind(phrase, SourceNoun.Kind.DOCUMENT);
  }

  boolean isPerson(Phrase phrase) {
    return isKind(phrase, SourceNoun.Kind.PERSON);
  }

  private boolean isKind(Phrase phrase, SourceNoun.Kind kind) {
    SourceNoun noun = lexicon.sources().of(reading.lower[head(phrase)]);
    return noun != null && noun.kind() == kind;
  }

  boolean namesPerson(int token) {
    var mention = reading.name[token];
    return mention != null && mention.type() == EntityType.PERSON;
  }
}
