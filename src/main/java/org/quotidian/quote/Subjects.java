package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a cue by part-of-speech tags: across appositives, relative clauses, adverbs
 * and times, and for participles and second verbs in the preceding clause.
 */
final class Subjects {

  /** Tokens; the subject of a verb further away is not looked for. */
  private static final int REACH = 80;

  /** Verbs to the left whose subject may be shared. */
  private static final int MOST_VERBS = 3;

  private final Reading reading;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Appositions appositions;
  private final BeforePreposition beforePreposition;

  Subjects(Reading reading, Tags tags, NounPhrases phrases) {
    this.reading = reading;
    this.tags = tags;
    this.phrases = phrases;
    this.appositions = new Appositions(reading, tags, phrases);
    this.beforePreposition = new BeforePreposition(tags, phrases);
  }

  /** The subject of a cue, looked for to its left and not before {@code low}. */
  @Nullable Phrase before(Cue cue, int low) {
    int from = Math.max(low, cue.first() - REACH);
    if (cue.words().kind() == CueWords.Kind.NOUN) {
      return owner(cue.first(), from);
    }
    boolean occasion = // “Tras asegurar que …, Berg …”
        tags.of(cue.first()).isInfinitive() && reading.isListed(WordKind.PURPOSE, cue.first() - 1);
    if ((occasion || tags.of(cue.first()).isPresentParticiple())
        && opensSentence(cue.first(), low)) {
      return mainSubjectAfter(cue);
    }
    return subject(cue.first(), from, 0);
  }

  private boolean opensSentence(int verb, int low) {
    for (int i = verb - 1; i >= low; i--) {
      if (!tags.of(i).isPreposition()
          && !tags.of(i).isAdverb()
          && !reading.marked[i]
          && reading.isWord(i)) {
        return false;
      }
    }
    return verb - low < 4;
  }

  /** “After saying that …, she left”: the subject behind the comma. */
  private @Nullable Phrase mainSubjectAfter(Cue cue) {
    int high = Math.min(reading.sentenceEnd(cue.first()), cue.last() + REACH);
    for (int i = cue.last() + 1; i + 1 < high; i++) {
      boolean comma =
          reading.isComma(i)
              && (!reading.marked[i]
                  || !reading.marked[i + 1]
                  || i + 2 < high && !reading.marked[i + 2]);
      if (comma) {
        int next = i + 1;
        while (next < high && reading.marked[next]) {
          next++;
        }
        Phrase subject = phrases.startingAt(next, high);
        if (subject != null && phrases.canSpeak(subject)) {
          return subject;
        }
      }
    }
    return null;
  }

  /** “Anna Berg's claim”, “her claim”. */
  private @Nullable Phrase owner(int noun, int low) {
    int i = noun - 1;
    while (i >= low
        && (tags.of(i).isAdjective() || tags.of(i).isNoun() && !reading.isCapitalised(i))) {
      i--;
    }
    if (i >= low && tags.of(i).isPossessiveMarker()) {
      return phrases.endingAt(i - 1, low);
    }
    if (i >= low && tags.of(i).isPossessivePronoun()) {
      return new Phrase(i, i);
    }
    if (noun + 2 < reading.size && reading.isListed(WordKind.AUTHOR, noun + 1)) {
      return phrases.startingAt(noun + 2, reading.sentenceEnd(noun));
    }
    return null;
  }

  private @Nullable Phrase subject(int verb, int low, int depth) {
    int i = verb - 1; // “has long said”: an adjective behind an auxiliary is an adverb
    while (i >= low
        && !reading.marked[i]
        && (tags.of(i).isAdverb()
            || tags.isAuxiliary(i)
            || tags.of(i).isInfinitiveMarker()
            || i > low && tags.of(i).isPositiveAdjective() && tags.isAuxiliary(i - 1))) {
      i--;
    }
    i = beforeTime(i, low);
    while (i >= low && !reading.marked[i] && (tags.of(i).isAdverb() || tags.isAuxiliary(i))) {
      i--;
    }
    if (i < low || depth > 3) {
      return null;
    }
    boolean participle = tags.of(verb).isPresentParticiple();
    if (reading.marked[i]) {
      return participle && reading.isComma(i - 1)
          ? sharedSubject(i, low, verb, depth)
          : appositions.acrossMarks(i, low);
    }
    if (reading.isComma(i) || reading.isDash(i) || reading.word[i].equals(")")) {
      boolean shared = participle && !reading.word[i].equals(")");
      return shared ? sharedSubject(i, low, verb, depth) : appositions.across(i, low);
    }
    if (tags.isComplementiser(i)) {
      return null;
    }
    if (tags.of(i).isRelativePronoun()) {
      if (i - 2 >= low && reading.isListed(WordKind.POSSESSION, i - 1)) {
        return new Phrase(i - 2, i); // “voters, many of whom say”
      }
      boolean apart =
          reading.isComma(i - 1)
              || reading.isDash(i - 1)
              || i > low && tags.of(i - 1).isConjunction();
      Phrase antecedent =
          beforePreposition.of(
              appositions.nearest(phrases.endingAt(apart ? i - 2 : i - 1, low)), low);
      return antecedent == null && i > low && tags.of(i - 1).isConjunction()
          ? antecedentBefore(i - 1, low)
          : antecedent;
    }
    if (tags.of(i).isConjunction()) {
      int parallel = participle ? participleBefore(i, low) : -1;
      if (parallel >= 0) {
        return subject(parallel, low, depth + 1);
      }
      int reporting = verbBeforeThat(i, low, verb);
      return reporting < 0
          ? sharedSubject(i, low, verb, depth)
          : subject(reporting, low, depth + 1);
    }
    Phrase phrase = beforePreposition.of(phrases.endingAt(i, low), low);
    boolean purpose = tags.of(verb).isInfinitive() && tags.of(verb - 1).isInfinitiveMarker();
    if (phrase != null
        && (participle && phrases.isDocument(phrase)
            || (participle || purpose) && isBesideTheSubject(phrase, purpose, low))) {
      Phrase author = sharedSubject(phrase.first(), low, verb, depth);
      return author == null ? phrase : author;
    }
    if (phrase != null) {
      return appositions.withoutClosingComma(phrase, low, verb);
    }
    if (participle && low >= i - 1) {
      return null;
    }
    if (tags.of(verb).isVerb()) {
      return sharedSubject(i + 1, low, verb, depth);
    }
    return null;
  }

  /** “used her speech to say”, “took to the stage to say”, “a letter to voters saying”. */
  private boolean isBesideTheSubject(Phrase phrase, boolean purpose, int low) {
    int before = phrase.first() - 1;
    return !phrases.canSpeak(phrase)
        || before > low
            && (reading.isListed(WordKind.INFINITIVE_MARKER, before)
                || purpose && tags.of(before).isPreposition());
  }

  /** “saying she was late but admitting”: the participle that another is joined to. */
  private int participleBefore(int conjunction, int low) {
    for (int i = conjunction - 1; i > low; i--) {
      if (tags.of(i).isPresentParticiple() && !reading.marked[i]) {
        return i;
      }
    }
    return -1;
  }

  /** “a teacher who knows the town and who said”: the one whom the first “who” stands for. */
  private @Nullable Phrase antecedentBefore(int token, int low) {
    for (int i = token - 1; i > low; i--) {
      if (tags.of(i).isInterrogativePronoun()) {
        return phrases.endingAt(reading.isComma(i - 1) ? i - 2 : i - 1, low);
      }
    }
    return null;
  }

  /** Steps to the left over “on Tuesday”, “earlier this week”. */
  private int beforeTime(int token, int low) {
    int i = token;
    while (i >= low && !reading.marked[i] && tags.isTime(i)) {
      i--;
    }
    if (i < token && i >= low && reading.isListed(WordKind.BEFORE_TIME, i)) {
      i--;
    }
    return i < low ? token : i;
  }

  /** “She wrote that the road was closed, and later told”: behind the comma, she goes on. */
  private int verbBeforeThat(int conjunction, int low, int verb) {
    for (int i = conjunction - 1; i > low; i--) {
      if (tags.isComplementiser(i)
          && !reading.marked[i]
          && tags.isFinite(i - 1)
          && tags.of(i - 1).equals(tags.of(verb))) {
        return i - 1;
      }
    }
    return -1;
  }

  /** The subject of the verb before: “She smiled and said”, “…, adding”. */
  private @Nullable Phrase sharedSubject(int from, int low, int verb, int depth) {
    boolean participle = tags.of(verb).isPresentParticiple();
    boolean apart = participle || from > low && reading.isComma(from - 1);
    for (int i = from - 1; i >= low && participle; i--) {
      Phrase source = tags.isFinite(i) && tags.reports(i) ? subject(i, low, depth + 1) : null;
      if (source != null && phrases.canSpeak(source)) {
        return source;
      }
    }
    Phrase first = null;
    Phrase inside = null;
    int tried = 0;
    for (int i = from - 1; i >= low && tried < MOST_VERBS; i--) {
      if (tags.isFinite(i)) {
        tried++;
        Phrase phrase = subject(i, low, depth + 1);
        if (phrase != null && phrases.canSpeak(phrase)) {
          boolean same =
              !tags.of(verb).isFinite() || tags.of(i).equals(tags.of(verb)) && !tags.isAuxiliary(i);
          if (!apart && same || !isEmbedded(phrase, low)) {
            return phrase;
          }
          inside = inside == null ? phrase : inside;
        }
        boolean stands = phrase != null && !tags.of(phrase.last()).isDeterminer();
        first = first == null && stands ? phrase : first;
      }
    }
    if (inside != null) {
      return inside;
    }
    return first == null || tags.isTime(first.last()) ? firstPhrase(low, verb) : first;
  }

  /** “Berg praised Reed for what | he had done, calling it”: the subject of a clause in another. */
  private boolean isEmbedded(Phrase subject, int low) {
    int before = subject.first() - 1;
    boolean mistagged = // “admitted that soldiers had come”
        subject.first() < subject.last()
            && reading.isListed(WordKind.COMPLEMENTISER, subject.first());
    return before >= low
        && (mistagged
            || tags.isComplementiser(before)
            || tags.of(before).isInterrogative()
            || reading.isListed(WordKind.SUBORDINATOR, before)
            || reading.isListed(WordKind.QUESTION, before)
            || tags.isFinite(before) && tags.reports(before));
  }

  private @Nullable Phrase firstPhrase(int low, int high) {
    for (int i = low; i < high; i++) {
      boolean opens =
          tags.of(i).isProper() || tags.isSubjectPronoun(i) || tags.of(i).isDeterminer();
      if (!reading.marked[i] && opens && !(i > low && tags.of(i - 1).isPreposition())) {
        Phrase phrase = phrases.startingAt(i, high);
        if (phrase != null && !tags.isTime(phrase.last())) {
          return phrase;
        }
      }
    }
    return null;
  }
}
