package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a verb in languages in which it stands behind its verb when something else
 * stands before it: <i>In Berlin sagte Anna Berg</i>, <i>“…”, dijo Anna Berg</i>.
 */
final class SubjectsOnEitherSide {

  /** Tokens between a verb and a subject behind it. */
  private static final int REACH = 14;

  private final Reading reading;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Subjects before;
  private final CommaParts parts;

  SubjectsOnEitherSide(Reading reading, Tags tags, NounPhrases phrases, Subjects before) {
    this.reading = reading;
    this.tags = tags;
    this.phrases = phrases;
    this.before = before;
    this.parts = new CommaParts(reading);
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
    if (cue.takes(CueWords.Frame.INSIDE)) {
      return inside(first, high, cue);
    }
    if (opensSubordinate(first)) {
      Phrase subject = firstPhrase(first + 1, cue.first());
      return subject == null ? before.before(cue, low) : subject;
    }
    if (reading.is(cue.first(), ":")) {
      return announcing(low, cue.first());
    }
    if (isPassive(cue, first)) {
      return agent(first, cue.first());
    }
    int verb = cue.first();
    for (int i = cue.first() - 1; i >= first; i--) {
      verb = tags.isAuxiliary(i) && !reading.marked[i] ? i : verb;
    }
    int opening = first;
    while (opening < verb
        && (tags.of(opening).isConjunction()
            || tags.of(opening).isAdverb() && opening + 1 < verb)) {
      opening++;
    }
    Phrase subject = opening < verb ? subjectAt(opening, verb) : null;
    Phrase behind = behind(verb, verb < cue.first() ? cue.first() : high);
    boolean adverbial = // “Gestern sagte Anna Berg”
        subject != null && !phrases.canSpeak(subject) && behind != null && phrases.canSpeak(behind);
    if (subject != null && !adverbial && reachesVerb(subject, verb)) {
      return subject;
    }
    Phrase far = verb == first && first > low ? beforeCommas(low, first) : null;
    if (far != null) {
      return far;
    }
    Phrase usual = asSubject(before.before(cue, low));
    if (behind == null && usual == null && verb == first && first > low) {
      Phrase shared = subjectAt(low, first); // “Berg dankte allen, sagte aber, …”
      return shared != null && phrases.canSpeak(shared) ? shared : null;
    }
    return behind != null && (phrases.canSpeak(behind) || usual == null) ? behind : usual;
  }

  private int partBegin(int verb, int low) {
    int i = verb;
    while (i > low) {
      int before = i - 1;
      if (reading.marked[before]) {
        before = termBegin(before, low);
      } else if (reading.is(before, ")")) {
        before = beforeBracket(before, low);
      } else if (reading.isAny(before, ",", ":", ";", "(")
          || reading.isDash(before) && !tags.of(before).isHyphen()) {
        return i;
      }
      if (before < 0) {
        return i;
      }
      i = before;
    }
    return i;
  }

  /** Where a bracket opens; the next token if none does. */
  private int beforeBracket(int close, int low) {
    int i = close;
    while (i > low && !reading.is(i, "(")) {
      i--;
    }
    return reading.is(i, "(") ? i : close;
  }

  /** Where marked words begin that are part of a clause: the “Ente” of the town; else -1. */
  private int termBegin(int last, int low) {
    int first = last;
    while (first > low && reading.marked[first - 1]) {
      first--;
    }
    return first > low && reading.isWord(first - 1) && reading.isWord(last - 1) ? first : -1;
  }

  private boolean opensSubordinate(int token) {
    return reading.isListed(WordKind.REPORT_OPENING, token)
        || reading.isListed(WordKind.SUBORDINATOR, token)
        || reading.isListed(WordKind.COMPLEMENTISER, token);
  }

  private @Nullable Phrase firstPhrase(int from, int limit) {
    for (int i = from; i < limit && !tags.of(i).isPreposition(); i++) {
      Phrase phrase = subjectAt(i, limit);
      if (phrase != null) {
        return phrase;
      }
    }
    return null;
  }

  /**
   * The same phrase, unless it is a time, has the form of an object or stands behind a preposition.
   */
  private @Nullable Phrase asSubject(@Nullable Phrase phrase) {
    boolean other =
        phrase != null
            && (tags.isTime(phrase.first())
                || tags.isTime(phrase.last())
                || reading.isListed(WordKind.OBLIQUE, phrase.first())
                || phrase.first() > 0
                    && tags.of(phrase.first() - 1).isPreposition()
                    && !opensSubordinate(phrase.first() - 1));
    return other ? null : phrase;
  }

  /** The phrase that begins at a token, unless it is a time or has the form of an object. */
  private @Nullable Phrase subjectAt(int token, int limit) {
    Phrase phrase = phrases.startingAt(token, limit);
    return asSubject(phrase);
  }

  /** “Berg wies den Vorwurf von sich:”, “Der Text lautete:”: the subject of the sentence. */
  private @Nullable Phrase announcing(int low, int colon) {
    for (int i = low; i < colon; i++) {
      if (tags.isFinite(i)) {
        Phrase subject = of(Cue.assumedAt(i), low);
        return subject != null && (phrases.canSpeak(subject) || phrases.isDocument(subject))
            ? subject
            : null;
      }
    }
    return null;
  }

  /** Whether an auxiliary tells that something was done to the subject. */
  private boolean isPassive(Cue cue, int first) {
    for (int i = first; i < cue.first(); i++) {
      if (!reading.marked[i] && reading.isListed(WordKind.PASSIVE, i)) {
        return true;
      }
    }
    return reading.isListed(WordKind.PASSIVE, cue.last() + 1);
  }

  /** “wurde von der Stadt aufgefordert”: whoever did it. */
  private @Nullable Phrase agent(int first, int verb) {
    for (int i = first; i + 1 < verb; i++) {
      Phrase agent = reading.isListed(WordKind.AGENT, i) ? phrases.startingAt(i + 1, verb) : null;
      if (agent != null && phrases.canSpeak(agent)) {
        return agent;
      }
    }
    return null;
  }

  /** “In dem Bericht heißt es”, “heißt es aus Lindau”: where it was said or written. */
  private @Nullable Phrase inside(int first, int high, Cue cue) {
    Phrase place = null;
    for (int i = first; i + 1 < high && !(i > cue.last() && reading.isAny(i, ",", ":")); i++) {
      Phrase phrase =
          reading.isListed(WordKind.PLACE_PREPOSITION, i) && !reading.marked[i]
              ? phrases.startingAt(i + 1, high)
              : null;
      if (phrase != null && (phrases.canSpeak(phrase) || phrases.isDocument(phrase))) {
        return phrase;
      }
      place = place == null && phrase != null && reading.name[i + 1] != null ? phrase : place;
    }
    return place;
  }

  /** Nothing but adverbs and phrases that belong to it stand between a subject and its verb. */
  private boolean reachesVerb(Phrase subject, int verb) {
    if (tags.isTime(subject.last()) || tags.isTime(subject.first())) {
      return false;
    }
    return phrases.canSpeak(subject) || subject.last() + 1 == verb;
  }

  private @Nullable Phrase behind(int verb, int limit) {
    Phrase found = null;
    int i = verb + 1;
    while (i < Math.min(limit, verb + REACH) && !reading.marked[i] && !reading.isComma(i)) {
      boolean preposition = tags.of(i).isPreposition();
      int from = preposition ? i + 1 : i;
      Phrase phrase = phrases.startingAt(from, limit);
      Phrase subject = preposition ? null : subjectAt(i, limit);
      if (subject != null && phrases.canSpeak(subject)) {
        return subject;
      }
      found = found == null ? subject : found;
      i = phrase == null ? from + (preposition ? 0 : 1) : phrase.last() + 1;
    }
    return found;
  }

  /** “Berg, die Leiterin, sagte”, “Berg, die dort wohnt, sagte”: the subject at the beginning. */
  private @Nullable Phrase beforeCommas(int low, int first) {
    int opening = low;
    while (opening < first && (tags.of(opening).isConjunction() || tags.of(opening).isAdverb())) {
      opening++;
    }
    Phrase subject = opening < first ? subjectAt(opening, first) : null;
    boolean apart =
        subject != null
            && phrases.canSpeak(subject)
            && !parts.isSubordinate(low, low)
            && !parts.hasMainVerb(subject.last() + 1, first - 1);
    return apart ? subject : null;
  }
}
