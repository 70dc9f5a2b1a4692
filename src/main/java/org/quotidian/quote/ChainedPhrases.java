package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds phrases by tags, in languages in which all that describes a noun stands before it, and all
 * that belongs to a verb but its object stands before that: 法国总统马克龙昨天在巴黎说.
 */
final class ChainedPhrases implements Phrases {

  /** Tokens; longer marked words are no part of a name or description. */
  private static final int LONGEST_TERM = 8;

  /** Tokens between a subject and its reporting verb. */
  private static final int PREDICATE_REACH = 40;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final ChainedSubjects subjects;

  ChainedPhrases(Reading reading, Lexicon lexicon, CueRow cues) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.subjects = new ChainedSubjects(reading, lexicon, cues, this);
  }

  @Override
  public @Nullable Phrase startingAt(int token, int limit) {
    int first = token;
    if (first >= limit || isJoint(first) || reading.isListed(WordKind.POSSESSION, first)) {
      return null;
    }
    int last = -1;
    int i = first;
    while (i < limit) {
      int next = behindPart(i, limit);
      boolean joined = next == i && last == i - 1 && isJoint(i) && isSpeakerAt(i + 1, limit);
      if (next == i && !joined) {
        break;
      }
      if (i > first && isPronoun(i) && !reading.isListed(WordKind.POSSESSION, i - 1)) {
        break;
      }
      for (int j = i; j < next; j++) {
        last = isHead(j) || reading.is(j, "》") ? j : last;
      }
      i = joined ? i + 1 : next;
    }
    return last < 0 || reading.marked[first] && last < behindTerm(first, limit)
        ? null
        : new Phrase(first, last);
  }

  /** Behind the word of a phrase that stands here, a work in its marks, or a term; or here. */
  private int behindPart(int token, int limit) {
    if (reading.is(token, "《")) {
      for (int i = token + 1; i < Math.min(limit, token + 2 * LONGEST_TERM); i++) {
        if (reading.is(i, "》")) {
          return i + 1;
        }
      }
      return token;
    }
    if (reading.marked[token]) {
      return behindTerm(token, limit);
    }
    return fits(token) || isPronoun(token) ? token + 1 : token;
  }

  /** Behind a few marked words that begin here; here, if they are more. */
  private int behindTerm(int token, int limit) {
    int i = token;
    while (i < limit && reading.marked[i] && i - token <= LONGEST_TERM) {
      i++;
    }
    return i - token > LONGEST_TERM || i >= limit || reading.marked[i] ? token : i;
  }

  private boolean isSpeakerAt(int token, int limit) {
    Phrase other = token < limit ? startingAt(token, limit) : null;
    return other != null && canSpeak(other);
  }

  /** Whether a token may be the last of a phrase. */
  private boolean isHead(int token) {
    TokenClass pos = reading.pos[token];
    return !reading.marked[token]
        && (pos.isNoun()
            || isPronoun(token)
            || pos.isForeignOrCurrency()
            || isNamed(token)
            || isSpeakingDocument(token));
  }

  /** “报道称”: a text that says something, whatever its tag. */
  private boolean isSpeakingDocument(int token) {
    SourceNoun noun = lexicon.sources().of(reading.lower[token]);
    return noun != null
        && noun.kind() == SourceNoun.Kind.DOCUMENT
        && cues.at(token) == null
        && cues.verbAt(token + 1) != null;
  }

  private boolean isNamed(int token) {
    return reading.name[token] != null
        && reading.isWord(token)
        && !reading.isListed(WordKind.PREPOSITION, token)
        && switch (reading.name[token].type()) {
          case PERSON, ORGANIZATION, LOCATION -> true;
          default -> false;
        };
  }

  private boolean isPronoun(int token) {
    return !reading.marked[token]
        && reading.pos[token].isPersonalPronoun()
        && lexicon.pronoun(reading.lower[token]) != null;
  }

  private boolean fits(int token) {
    TokenClass pos = reading.pos[token];
    return !reading.marked[token]
        && !reading.isListed(WordKind.STOP, token)
        && (isHead(token)
            || pos.isDeterminer()
            || pos.isNumber()
            || pos.isAdjective()
            || pos.isHyphen()
            || reading.isListed(WordKind.DESCRIBING, token)
            || reading.isListed(WordKind.POSSESSION, token));
  }

  /** “和”, “、”: between two nouns of a phrase. */
  private boolean isJoint(int token) {
    return reading.isListed(WordKind.COORDINATOR, token);
  }

  /** The noun phrase that ends at a token; null where none does. */
  @Nullable Phrase endingAt(int token, int low) {
    if (token < low) {
      return null;
    }
    if (reading.is(token, ")")) {
      int open = token;
      while (open > low && !reading.is(open, "(")) {
        open--;
      }
      return reading.is(open, "(") ? endingAt(open - 1, low) : null;
    }
    boolean term = reading.marked[token] && reading.isQuotationMark(token);
    if (!isHead(token) && !reading.is(token, "》") && !term) {
      return null;
    }
    int first = reading.is(token, "》") ? opening(token, low) : token;
    if (term) {
      first = beforePart(token + 1, low);
      if (first > token) {
        return null;
      }
    }
    while (first > low) {
      int before = beforePart(first, low);
      if (before == first) {
        break;
      }
      first = before;
    }
    while (first < token && reading.isListed(WordKind.POSSESSION, first)) {
      first++;
    }
    return new Phrase(first, token);
  }

  /** Where the part of a phrase begins that stands before a token; here, if none does. */
  private int beforePart(int first, int low) {
    int i = first - 1;
    if (reading.is(i, "》")) {
      return opening(i, low);
    }
    if (reading.marked[i]) {
      int begin = i;
      while (begin > low && reading.marked[begin - 1] && i - begin <= LONGEST_TERM) {
        begin--;
      }
      return i - begin > LONGEST_TERM || Punctuation.isStop(lastOf(i)) ? first : begin;
    }
    if (isPronoun(i)) {
      return reading.isListed(WordKind.POSSESSION, first) || reading.is(first, "》") ? i : first;
    }
    boolean owner = reading.isListed(WordKind.POSSESSION, i);
    if (owner) {
      return i > low && (isHead(i - 1) || reading.is(i - 1, "》")) ? i : first;
    }
    if (isJoint(i)) {
      Phrase other = i > low ? endingAt(i - 1, low) : null;
      return other != null && canSpeak(other) ? other.first() : first;
    }
    return fits(i) ? i : first;
  }

  private char lastOf(int closing) {
    return reading.text.charAt(Math.max(0, reading.start[closing] - 1));
  }

  private int opening(int closing, int low) {
    for (int i = closing; i >= Math.max(low, closing - 2 * LONGEST_TERM); i--) {
      if (reading.is(i, "《")) {
        return i;
      }
    }
    return closing;
  }

  @Override
  public @Nullable Phrase subjectBefore(Cue cue, int low) {
    return subjects.before(cue, low);
  }

  /** The next reporting verb in the same part of the sentence, or the first word behind. */
  @Override
  public int predicateOf(Phrase subject, int limit) {
    int next = subject.last() + 1;
    for (int i = next; i < Math.min(limit, next + PREDICATE_REACH); i++) {
      if (cues.verbAt(i) != null) {
        return i;
      }
      if (reading.marked[i] || reading.isAny(i, ",", ":", ";", ".")) {
        break;
      }
    }
    return next;
  }

  @Override
  public boolean canSpeak(Phrase phrase) {
    if (reading.is(phrase.last(), "》")) {
      return true;
    }
    Pronoun pronoun = lexicon.pronoun(reading.lower[phrase.last()]);
    if (pronoun != null) {
      return pronoun.gender() != Gender.NEUTER;
    }
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      boolean last = i == phrase.last();
      if (isNamed(i) && (last || reading.namesPerson(new Phrase(i, i)))) {
        return true;
      }
    }
    SourceNoun noun = noun(phrase.last());
    return noun != null || reading.pos[phrase.last()].isProper();
  }

  @Override
  public boolean isDocument(Phrase phrase) {
    SourceNoun noun = noun(phrase.last());
    return noun != null && noun.kind() == SourceNoun.Kind.DOCUMENT;
  }

  /** Whether its last word names a person or is a noun for people. */
  @Override
  public boolean isPerson(Phrase phrase) {
    SourceNoun noun = noun(phrase.last());
    return noun != null && noun.kind() == SourceNoun.Kind.PERSON
        || reading.namesPerson(new Phrase(phrase.last(), phrase.last()));
  }

  /** The noun for people or bodies with which a word ends: 发言人 in 首席发言人. */
  private @Nullable SourceNoun noun(int token) {
    String word = reading.lower[token];
    for (int i = 0; i < word.length(); i++) {
      SourceNoun noun = lexicon.sources().of(word.substring(i));
      if (noun != null) {
        return noun;
      }
    }
    return null;
  }
}
