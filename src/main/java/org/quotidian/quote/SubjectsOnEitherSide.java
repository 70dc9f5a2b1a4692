package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a verb in languages in which it stands behind its verb when something else
 * stands before it: <i>In Berlin sagte Anna Berg</i>, <i>“…”, dijo Anna Berg</i>.
 */
final class SubjectsOnEitherSide {

  /** Tokens between a verb and a subject behind it. */
  private static final int REACH = 6;

  private final Reading reading;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Subjects before;

  SubjectsOnEitherSide(Reading reading, Tags tags, NounPhrases phrases, Subjects before) {
    this.reading = reading;
    this.tags = tags;
    this.phrases = phrases;
    this.before = before;
  }

  /** The subject of a cue in its part of the sentence, which does not begin before {@code low}. */
  @Nullable Phrase of(Cue cue, int low) {
    if (cue.isAttribution()) {
      return phrases.endingAt(cue.first() - 1, low);
    }
    if (!cue.isVerb()) {
      return before.before(cue, low);
    }
    int first = partBegin(cue.first(), low);
    int high = reading.sentenceEnd(cue.first());
    if (opensSubordinate(first)) {
      Phrase subject = firstPhrase(first + 1, cue.first());
      return subject == null ? before.before(cue, low) : subject;
    }
    int verb = cue.first();
    for (int i = cue.first() - 1; i >= first; i--) {
      verb = tags.of(i).isAuxiliary() && !reading.marked[i] ? i : verb;
    }
    int opening = first;
    while (opening < verb
        && (tags.of(opening).isConjunction()
            || tags.of(opening).isAdverb() && opening + 1 < verb)) {
      opening++;
    }
    Phrase subject = opening < verb ? phrases.startingAt(opening, verb) : null;
    Phrase behind = behind(verb, verb < cue.first() ? cue.first() : high);
    boolean adverbial = // “Gestern sagte Anna Berg”
        subject != null && !phrases.canSpeak(subject) && behind != null && phrases.canSpeak(behind);
    if (subject != null && !adverbial && reachesVerb(subject, verb)) {
      return subject;
    }
    boolean apposition = verb == first && first > low; // “Berg, the mayor, said”
    Phrase usual = before.before(cue, low);
    if (behind != null && (phrases.canSpeak(behind) || usual == null)) {
      return apposition && usual != null && isApposition(usual, first) ? usual : behind;
    }
    return usual;
  }

  private int partBegin(int verb, int low) {
    int i = verb;
    while (i > low
        && !reading.marked[i - 1]
        && !reading.isComma(i - 1)
        && (!reading.isDash(i - 1) || tags.of(i - 1).isHyphen())
        && !reading.isAny(i - 1, ":", ";", ")", "(")) {
      i--;
    }
    return i;
  }

  private boolean opensSubordinate(int token) {
    return reading.isListed(WordKind.REPORT_OPENING, token)
        || reading.isListed(WordKind.SUBORDINATOR, token)
        || reading.isListed(WordKind.COMPLEMENTISER, token);
  }

  private @Nullable Phrase firstPhrase(int from, int limit) {
    for (int i = from; i < limit && !tags.of(i).isPreposition(); i++) {
      Phrase phrase = phrases.startingAt(i, limit);
      if (phrase != null && !tags.isTime(phrase.first())) {
        return phrase;
      }
    }
    return null;
  }

  /** Nothing but adverbs and phrases that belong to it stand between a subject and its verb. */
  private boolean reachesVerb(Phrase subject, int verb) {
    if (tags.isTime(subject.last()) || tags.isTime(subject.first())) {
      return false;
    }
    return phrases.canSpeak(subject) || subject.last() + 1 == verb;
  }

  private @Nullable Phrase behind(int verb, int limit) {
    for (int i = verb + 1; i < Math.min(limit, verb + REACH); i++) {
      if (reading.marked[i] || reading.isComma(i) || tags.of(i).isPreposition()) {
        return null;
      }
      Phrase phrase = phrases.startingAt(i, limit);
      if (phrase != null && !tags.isTime(phrase.first())) {
        return phrase;
      }
    }
    return null;
  }

  /** Whether a verb has its subject before the comma: the part before has no verb of its own. */
  private boolean isApposition(Phrase subject, int first) {
    if (!phrases.canSpeak(subject) || subject.last() >= first) {
      return false;
    }
    for (int i = subject.first(); i < first; i++) {
      if (tags.isFinite(i) || reading.marked[i]) {
        return false;
      }
    }
    return true;
  }
}
