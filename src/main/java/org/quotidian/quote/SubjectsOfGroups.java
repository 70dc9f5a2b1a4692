package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;

/**
 * Finds the subject of a reporting verb that may stand before it, in it or behind it: <i>Anna Berg
 * a dit que</i>, <i>a-t-elle dit</i>, <i>a dit mardi à la presse Anna Berg</i>.
 */
final class SubjectsOfGroups {

  /** Tokens between a verb and a subject behind it. */
  private static final int REACH = 18;

  private final Reading reading;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Subjects before;
  private final VerbGroups groups;

  SubjectsOfGroups(
      Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases, Subjects before) {
    this.reading = reading;
    this.tags = tags;
    this.phrases = phrases;
    this.before = before;
    this.groups = new VerbGroups(reading, lexicon);
  }

  /** The subject of a cue in its sentence, of which nothing before {@code low} is read. */
  @Nullable Phrase of(Cue cue, int low) {
    TokenClass verb = tags.of(cue.first());
    if (!cue.isVerb() || verb.isPresentParticiple() || verb.isInfinitive()) {
      return before.before(cue, low);
    }
    Cue group = groups.widened(cue);
    Cue whole = group.isVerb() ? group : cue;
    for (int i = whole.first(); i <= Math.min(whole.last() + 1, reading.size - 1); i++) {
      if (groups.isJoinedPronoun(i)) {
        return new Phrase(i, i);
      }
    }
    if (whole.first() == low || mayBeInverted(whole.first(), low)) {
      Phrase behind = behind(whole.last(), reading.sentenceEnd(whole.last()));
      if (behind != null) {
        return behind;
      }
    }
    return whole.first() == low ? null : before.before(whole, low);
  }

  /** Whether what stands before a verb is a statement, or opens one about a statement. */
  private boolean mayBeInverted(int verb, int low) {
    int i = verb - 1;
    while (i > low && tags.of(i).isAdverb() && !reading.marked[i]) {
      i--;
    }
    if (reading.marked[i] || reading.isListed(WordKind.REPORT_OPENING, i)) {
      return true;
    }
    if (!reading.isComma(i) && !reading.isDash(i)) {
      return false;
    }
    for (int j = i - 1; j >= low; j--) {
      if (reading.marked[j] || tags.of(j).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** The first phrase behind a verb that does not belong to a preposition. */
  private @Nullable Phrase behind(int verb, int limit) {
    int high = Math.min(limit, verb + REACH);
    int i = verb + 1;
    while (i < high) {
      TokenClass pos = tags.of(i);
      if (reading.marked[i]
          || reading.isAny(i, ",", ":", ";", "(")
          || pos.isFinite()
          || tags.isComplementiser(i)) {
        return null;
      }
      if (pos.isPreposition()) {
        i = behindOccasion(i, limit);
        continue;
      }
      Phrase phrase = tags.isTime(i) ? null : phrases.startingAt(i, limit);
      if (phrase != null) {
        return phrase;
      }
      i++;
    }
    return null;
  }

  /** Behind a preposition and its noun: “sur Facebook | Anna Berg”. */
  private int behindOccasion(int preposition, int limit) {
    Phrase occasion = phrases.startingAt(preposition + 1, limit);
    if (occasion == null) {
      return preposition + 1;
    }
    for (int i = occasion.first() + 1; i <= occasion.last(); i++) {
      EntityMention name = reading.name[i];
      if (name != null
          && phrases.namesPerson(i)
          && reading.name[i - 1] != name
          && tags.of(i - 1).isProper()) {
        return i;
      }
    }
    return occasion.last() + 1;
  }
}
