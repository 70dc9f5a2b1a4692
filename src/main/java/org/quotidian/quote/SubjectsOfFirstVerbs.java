package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a verb in languages in which it stands behind its verb, or is the one that
 * was told before: <i>قال الوزير</i>, <i>وأضاف</i>.
 */
record SubjectsOfFirstVerbs(Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases) {

  /** Tokens between a verb and its subject. */
  private static final int REACH = 18;

  /** The subject of a cue in its sentence, of which nothing before {@code low} is read. */
  @Nullable Phrase of(Cue cue, int low) {
    if (!cue.isVerb()) {
      return phrases.endingAt(cue.first() - 1, low);
    }
    if (tags.of(cue.first()).isPresentParticiple()) {
      return told().before(cue.first());
    }
    if (!tags.of(cue.first()).isVerb()) {
      return null; // a colon that no verb announces
    }
    Phrase subject = written(cue.first(), cue.last(), low);
    if (subject != null && phrases.canSpeak(subject)) {
      return subject;
    }
    boolean announced = // “قال أول عابر: …”: nothing else stands between the verb and the words
        subject != null && reading.is(subject.last() + 1, ":");
    boolean behindMarks = subject != null && cue.first() > 0 && isBehindMarks(cue.first());
    if (announced || behindMarks) {
      return subject;
    }
    Phrase told = told().before(cue.first());
    return told == null ? subject : told;
  }

  private SubjectsTold told() {
    return new SubjectsTold(reading, tags, phrases, (verb, low) -> written(verb, verb, low));
  }

  private boolean isBehindMarks(int verb) {
    int before = reading.isComma(verb - 1) || reading.isDash(verb - 1) ? verb - 2 : verb - 1;
    return before >= 0 && reading.marked[before];
  }

  /** The subject that stands behind a verb, or right before it. */
  private @Nullable Phrase written(int first, int last, int low) {
    Phrase behind = behind(last, Math.min(reading.sentenceEnd(last), last + REACH));
    if (behind != null && phrases.canSpeak(behind)) {
      return behind;
    }
    int i = first - 1;
    while (i >= low && !reading.marked[i] && isBetween(i)) {
      i--;
    }
    if (i >= low && tags.of(i).isRelativePronoun()) {
      i = reading.isComma(i - 1) ? i - 2 : i - 1;
    }
    Phrase before = i < low ? null : phrases.endingAt(i, low);
    return before != null && phrases.canSpeak(before) ? before : behind;
  }

  /** What may stand between a subject and a verb behind it, but no word that joins two verbs. */
  private boolean isBetween(int token) {
    return tags.isAuxiliary(token) || tags.of(token).isAdverb() || tags.of(token).isParticle();
  }

  /** The first phrase behind a verb that no preposition governs. */
  private @Nullable Phrase behind(int verb, int limit) {
    int i = verb + 1;
    while (i < limit && !ends(i)) {
      boolean preposition = tags.of(i).isPreposition();
      int from = preposition ? i + 1 : i;
      Phrase phrase =
          preposition && isPronoun(from) ? new Phrase(from, from) : phrases.startingAt(from, limit);
      if (phrase != null && !preposition && !tags.isTime(i) && !isObject(i)) {
        return phrase;
      }
      i = phrase == null ? from + (preposition ? 0 : 1) : phrase.last() + 1;
    }
    return null;
  }

  private boolean isPronoun(int token) {
    return token < reading.size
        && (tags.of(token).isPersonalPronoun() || tags.of(token).isPossessivePronoun());
  }

  /** A pronoun that is written together with its verb: <i>سأله</i>. */
  private boolean isObject(int token) {
    return isPronoun(token) && token > 0 && reading.end[token - 1] == reading.start[token];
  }

  private boolean ends(int token) {
    return reading.marked[token]
        || reading.isComma(token)
        || reading.isAny(token, ":", ";")
        || tags.of(token).isVerb()
        || reading.isListed(WordKind.COMPLEMENTISER, token);
  }
}
