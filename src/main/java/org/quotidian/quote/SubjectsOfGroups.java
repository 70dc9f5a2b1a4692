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

  /**
   * The subject of a cue in its sentence, of which nothing before {@code low} is read; of a
   * description and a name behind it, the name.
   */
  @Nullable Phrase of(Cue cue, int low) {
    return named(subject(cue, low), cue);
  }

  /** “le ministre, Paul Berg, a dit”; “le ministre interrogé par la presse a dit”. */
  private @Nullable Phrase named(@Nullable Phrase subject, Cue cue) {
    if (subject == null) {
      return null;
    }
    int comma = subject.last() + 1;
    while (comma < reading.size && tags.of(comma).isPreposition() && !reading.marked[comma]) {
      Phrase complement = phrases.startingAt(comma + 1, reading.sentenceEnd(comma));
      if (complement == null) {
        break;
      }
      comma = complement.last() + 1;
    }
    int limit = subject.first() > cue.first() ? reading.sentenceEnd(comma - 1) : cue.first();
    Phrase name =
        comma + 1 < limit && reading.isComma(comma) && !reading.namesPerson(subject)
            ? phrases.startingAt(comma + 1, limit)
            : null;
    boolean closed =
        name != null
            && reading.namesPerson(name)
            && tags.of(name.first()).isProper()
            && (name.last() + 1 >= limit || !reading.isWord(name.last() + 1));
    return closed ? name : subject;
  }

  private @Nullable Phrase subject(Cue cue, int low) {
    TokenClass verb = tags.of(cue.first());
    if (!cue.isVerb() || verb.isPresentParticiple() || verb.isInfinitive()) {
      return before.before(cue, low);
    }
    Cue group = groups.widened(cue);
    Cue whole = group.isVerb() ? group : cue;
    for (int i = whole.first(); i <= Math.min(whole.last() + 1, reading.size - 1); i++) {
      if (reading.isListed(WordKind.IMPERSONAL, i)) {
        return informant(whole.last() + 1);
      }
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
    return whole.first() == low ? null : withoutAgent(before.before(whole, low), low);
  }

  /** “la maire interrogée par la presse | a dit”: not the press. */
  private @Nullable Phrase withoutAgent(@Nullable Phrase phrase, int low) {
    int agent = phrase == null ? 0 : phrase.first() - 1;
    if (agent - 2 < low
        || !reading.isListed(WordKind.AGENT, agent)
        || !tags.of(agent - 1).isPastParticiple()) {
      return phrase;
    }
    Phrase whole = phrases.endingAt(reading.isComma(agent - 2) ? agent - 3 : agent - 2, low);
    return whole == null ? phrase : whole;
  }

  /** “a-t-on appris auprès de la mairie”: whoever let people know. */
  private @Nullable Phrase informant(int from) {
    int high = Math.min(reading.sentenceEnd(from - 1), from + REACH);
    for (int i = from; i + 1 < high && !reading.isComma(i); i++) {
      Phrase phrase = tags.of(i).isPreposition() ? phrases.startingAt(i + 1, high) : null;
      if (phrase != null && (phrases.canSpeak(phrase) || phrases.isDocument(phrase))) {
        return phrase;
      }
    }
    return null;
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
          || reading.isListed(WordKind.COMPLEMENTISER, i)
          || pos.isFinite()
          ) {
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
      boolean person =
          name != null
              && phrases.namesPerson(i)
              && reading.name[i - 1] != name
              && tags.of(i - 1).isProper();
      if (person || tags.of(i).isProper() && reading.isListed(WordKind.MEDIUM, i - 1)) {
        return i;
      }
    }
    return occasion.last() + 1;
  }
}
