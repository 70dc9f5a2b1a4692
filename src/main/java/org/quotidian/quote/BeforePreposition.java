package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the one who can speak before a preposition and a phrase that cannot, by tags. */
record BeforePreposition(Tags tags, NounPhrases phrases) {

  /** “Protesters marching through the streets chanted”: not the streets. */
  @Nullable Phrase of(@Nullable Phrase phrase, int low) {
    Phrase whole = phrase == null ? null : withAdjective(phrase, low);
    if (whole != null) {
      return whole;
    }
    Phrase found = phrase;
    for (int step = 0; step < 3 && found != null && !phrases.canSpeak(found); step++) {
      int i = found.first() - 1;
      if (i <= low || !tags.of(i).isLikePreposition()) {
        break;
      }
      i--;
      while (i > low && (tags.of(i).isParticiple() || tags.of(i).isAdverb())) {
        i--;
      }
      Phrase before = phrases.endingAt(i, low);
      if (before == null) {
        break;
      }
      found = before;
    }
    return found != null && phrases.canSpeak(found) ? found : phrase;
  }

  /** “a source close to the firm”, “people familiar with the plan” */
  private @Nullable Phrase withAdjective(Phrase phrase, int low) {
    int preposition = phrase.first() - 1;
    boolean joined =
        preposition - 2 >= low
            && tags.of(preposition).isLikePreposition()
            && tags.of(preposition - 1).isPositiveAdjective();
    Phrase people = joined ? phrases.endingAt(preposition - 2, low) : null;
    return people != null && phrases.canSpeak(people)
        ? new Phrase(people.first(), phrase.last())
        : null;
  }
}
