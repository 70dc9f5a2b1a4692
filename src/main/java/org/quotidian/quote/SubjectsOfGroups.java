package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the subject of a reporting verb that may stand before it, in it or behind it: <i>Anna Berg
 * a dit que</i>, <i>a-t-elle dit</i>, <i>a dit mardi à la presse Anna Berg</i>.
 */
final class SubjectsOfGroups {

  /** Tokens between a verb and a subject behind it. */
  private static final int REACH = 18;

  /** Tokens between commas behind a verb. */
  private static final int LONGEST_ASIDE = 8;

  private final Reading reading;
  private final Lexicon lexicon;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Subjects before;
  private final VerbGroups groups;
  private final boolean drops;

  SubjectsOfGroups(
      Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases, Subjects before) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tags = tags;
    this.phrases = phrases;
    this.before = before;
    this.groups = new VerbGroups(reading, lexicon);
    this.drops = lexicon.traits().dropsSubjects();
  }

  /**
   * The subject of a cue in its sentence, of which nothing before {@code low} is read; of a
   * description and a name behind it, the name.
   */
  @Nullable Phrase of(Cue cue, int low) {
    Phrase subject = subject(cue, low);
    boolean nobody =
        subject != null
            && subject.first() == subject.last()
            && reading.isListed(WordKind.IMPERSONAL, subject.first());
    return nobody ? null : named(subject, cue);
  }

  /** Whether a verb reports what nobody in particular says: <i>se dice</i>. */
  boolean isImpersonal(Cue cue) {
    boolean impersonal = false;
    for (int i = cue.first(); i <= cue.last() && !cue.takes(Frame.REFLEXIVE); i++) {
      impersonal |= reading.isListed(WordKind.IMPERSONAL, i);
    }
    return impersonal;
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
            && (reading.namesPerson(name) || isFullName(name))
            && (tags.of(name.first()).isProper() || isTitle(name.first()))
            && (name.last() + 1 >= limit || !reading.isWord(name.last() + 1));
    return closed ? name : behindOccasion(subject);
  }

  private boolean isTitle(int token) {
    return lexicon.titles().of(reading.lower[token]) != null;
  }

  private boolean isFullName(Phrase phrase) {
    boolean name = phrase.last() > phrase.first();
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      name &= tags.of(i).isProper();
    }
    return name;
  }

  /** “Pendant ce procès | Anna Berg a dit”: an occasion before the name of whoever spoke. */
  private Phrase behindOccasion(Phrase subject) {
    if (subject.first() == 0
        || !tags.of(subject.first() - 1).isPreposition()
        || phrases.isPerson(subject)
        || !tags.of(subject.last()).isProper()) {
      return subject;
    }
    int first = subject.last();
    EntityMention name = reading.name[first];
    while (name != null && first > subject.first() && reading.name[first - 1] == name) {
      first--;
    }
    return name != null && phrases.namesPerson(first) && !isTitle(first - 1)
        ? new Phrase(first, subject.last())
        : subject;
  }

  private @Nullable Phrase subject(Cue cue, int low) {
    TokenClass verb = tags.of(cue.first());
    if (cue.isVerb() && verb.isInfinitive()) {
      Phrase main = mainSubject(cue.first(), low);
      return main == null ? before.before(cue, low) : main;
    }
    if (!cue.isVerb()) {
      return before.before(cue, low);
    }
    if (verb.isPresentParticiple()) {
      Phrase reporter = cue.first() == low ? null : reporterBefore(cue.first(), low);
      return reporter == null ? before.before(cue, low) : reporter;
    }
    if (tags.of(cue.first() - 1 < low ? low : cue.first() - 1).isRelativePronoun()
        && reading.isComma(cue.first() - 2)) {
      Phrase reporter = reporterBefore(cue.first() - 1, low);
      boolean behind = reporter != null && isBehindVerb(reporter, low);
      if (behind) {
        return reporter; // “a dit Anna Berg, maire de Lindau, qui dénonce”
      }
    }
    Cue group = groups.widened(cue);
    Cue whole = group.isVerb() ? group : cue;
    for (int i = whole.first(); i <= Math.min(whole.last() + 1, reading.size - 1); i++) {
      if (reading.isListed(WordKind.IMPERSONAL, i) && !cue.takes(Frame.REFLEXIVE)) {
        return informant(whole.last() + 1);
      }
      if (groups.isJoinedPronoun(i)) {
        return new Phrase(i, i);
      }
    }
    if (whole.first() == low || mayBeInverted(whole.first(), low) || isInserted(whole, low)) {
      Phrase behind = behind(whole.last(), reading.sentenceEnd(whole.last()));
      boolean object = // “Berg llegó, vio el puente”
          drops
              && behind != null
              && whole.first() > low
              && reading.isComma(whole.first() - 1)
              && !reading.marked[whole.first() - 2]
              && !phrases.canSpeak(behind);
      if (behind != null && !object) {
        return behind;
      }
    }
    if (whole.first() == low) {
      return null;
    }
    return drops ? written(whole, low) : withoutAgent(before.before(whole, low), low);
  }

  /** “Anna Berg est venue à Lindau pour dire que”: not the town. */
  private @Nullable Phrase mainSubject(int infinitive, int low) {
    for (int i = infinitive - 1; i > low; i--) {
      if (!reading.marked[i] && tags.of(i).isFinite()) {
        Phrase subject = of(Cue.assumedAt(i), low);
        return subject != null && phrases.canSpeak(subject) ? subject : null;
      }
    }
    return null;
  }

  /** “a-t-elle dit, ajoutant que”: the subject of the verb that reports before; null without. */
  private @Nullable Phrase reporterBefore(int token, int low) {
    for (int i = token - 1; i >= low; i--) {
      var verb =
          reading.marked[i] || !tags.of(i).isVerb() || tags.of(i).isPresentParticiple()
              ? null
              : lexicon.cues().longestAt(reading.lower, i, token);
      if (verb != null && verb.value().kind() == CueWords.Kind.VERB) {
        return of(new Cue(verb.value(), i, i + verb.length() - 1, false), low);
      }
    }
    return null;
  }

  private boolean isBehindVerb(Phrase subject, int low) {
    int i = subject.first() - 1;
    while (i > low && !reading.isComma(i) && !reading.marked[i]) {
      if (tags.of(i).isVerb()) {
        return true;
      }
      i--;
    }
    return false;
  }

  /** The subject before a verb that may have none; null if what stands there is none. */
  private @Nullable Phrase written(Cue group, int low) {
    int i = group.first() - 1;
    while (i >= low && !reading.marked[i] && (tags.of(i).isAdverb() || tags.isTime(i))) {
      i--;
    }
    if (i < low) {
      return null;
    }
    if (tags.of(i).isConjunction()) {
      for (int verb = i - 1; verb >= low; verb--) {
        if (tags.isFinite(verb)) {
          return of(Cue.assumedAt(verb), low);
        }
      }
      return null;
    }
    Phrase antecedent = antecedent(group.first(), low);
    if (antecedent != null) {
      return phrases.canSpeak(antecedent) ? antecedent : null;
    }
    Phrase found = withoutAgent(before.before(group, low), low);
    Phrase opening = phrases.startingAt(low, group.first());
    if (opening != null
        && reading.isComma(opening.last() + 1)
        && phrases.canSpeak(opening)
        && !hasVerb(opening.last(), i)) {
      return opening; // “Berg, en una entrevista en “Radio Lindau” dijo”
    }
    boolean reaches =
        found != null
            && (found.last() == i
                || (!reading.isWord(i) || reading.marked[i]) && phrases.canSpeak(found));
    boolean occasion =
        found != null
            && found.first() > low
            && tags.of(found.first() - 1).isPreposition()
            && (!phrases.canSpeak(found) || reading.isComma(i));
    return reaches && !occasion ? found : null;
  }

  /** “Berg, que en una entrevista a la radio dijo”: whom the relative pronoun stands for. */
  private @Nullable Phrase antecedent(int verb, int low) {
    for (int i = verb - 1; i > low && !reading.isComma(i) && !tags.isFinite(i); i--) {
      if (tags.of(i).isRelativePronoun() && !reading.marked[i]) {
        return phrases.endingAt(reading.isComma(i - 1) ? i - 2 : i - 1, low);
      }
    }
    return null;
  }

  private boolean hasVerb(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (tags.isFinite(i)) {
        return true;
      }
    }
    return false;
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

  /** “Le pont, a dit Berg, est fermé”: the verb of the statement follows the second comma. */
  private boolean isInserted(Cue group, int low) {
    int high = reading.sentenceEnd(group.last());
    if (group.first() <= low || !reading.isComma(group.first() - 1)) {
      return false;
    }
    Phrase behind = behind(group.last(), high);
    int next = behind == null ? group.last() + 1 : behind.last() + 1;
    if (behind == null || next + 1 >= high || !reading.isComma(next)) {
      return false;
    }
    next++;
    while (next + 1 < high
        && (reading.isListed(WordKind.CLITIC, next) || reading.isListed(WordKind.NEGATION, next))) {
      next++;
    }
    return tags.isFinite(next);
  }

  /**
   * The first phrase behind a verb that does not belong to a preposition; without one, the name at
   * the end of what does: “a dit devant la presse Anna Berg”.
   */
  private @Nullable Phrase behind(int verb, int limit) {
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
      if (phrase != null) {
        return phrase;
      }
      i++;
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
    boolean named = person <= occasion.last() && (phrases.namesPerson(person) || person > first || name == null);
    return named && person <= occasion.last() ? new Phrase(person, occasion.last()) : null;
  }
}
