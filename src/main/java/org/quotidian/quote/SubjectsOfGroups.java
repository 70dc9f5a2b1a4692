package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the subject of a reporting verb that may stand before it, in it or behind it: <i>Anna Berg
 * a dit que</i>, <i>a-t-elle dit</i>, <i>a dit mardi à la presse Anna Berg</i>.
 */
final class SubjectsOfGroups {

  private final Reading reading;
  private final Lexicon lexicon;
  private final Tags tags;
  private final NounPhrases phrases;
  private final Subjects before;
  private final VerbGroups groups;
  private final SubjectsBehind behind;
  private final NamedSubjects names;
  private final boolean drops;

  SubjectsOfGroups(
      Reading reading, Lexicon lexicon, Tags tags, NounPhrases phrases, Subjects before) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tags = tags;
    this.phrases = phrases;
    this.before = before;
    this.groups = new VerbGroups(reading, lexicon);
    this.behind = new SubjectsBehind(reading, tags, phrases);
    this.names = new NamedSubjects(reading, lexicon, tags, phrases);
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
    return nobody || subject == null ? null : names.of(subject, cue);
  }

  /** Whether a verb reports what nobody in particular says: <i>se dice</i>. */
  boolean isImpersonal(Cue cue) {
    boolean impersonal = false;
    for (int i = cue.first(); i <= cue.last() && !cue.takes(Frame.REFLEXIVE); i++) {
      impersonal |= reading.isListed(WordKind.IMPERSONAL, i);
    }
    return impersonal;
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
      if (reporter != null && isBehindVerb(reporter, low)) {
        return reporter; // “a dit Anna Berg, maire de Lindau, qui dénonce”
      }
    }
    Cue group = groups.widened(cue);
    Cue whole = group.isVerb() ? group : cue;
    for (int i = whole.first(); i <= Math.min(whole.last() + 1, reading.size - 1); i++) {
      if (reading.isListed(WordKind.IMPERSONAL, i) && !cue.takes(Frame.REFLEXIVE)) {
        return behind.informant(whole.last() + 1);
      }
      if (groups.isJoinedPronoun(i)) {
        return new Phrase(i, i);
      }
    }
    if (whole.first() == low || mayBeInverted(whole.first(), low) || isInserted(whole, low)) {
      Phrase found = behind.of(whole.last(), reading.sentenceEnd(whole.last()));
      boolean object = // “Berg llegó, vio el puente”
          drops
              && found != null
              && whole.first() > low
              && reading.isComma(whole.first() - 1)
              && !reading.marked[whole.first() - 2]
              && !phrases.canSpeak(found);
      if (found != null && !object) {
        return found;
      }
    }
    if (whole.first() == low) {
      return null;
    }
    Phrase marked = marked(whole.first() - 1, low);
    if (marked != null) {
      return marked;
    }
    return drops ? written(whole, low) : withoutAgent(before.before(whole, low), low);
  }

  /** “les « gilets bleus » disent que”: a phrase that ends in a few marked words. */
  private @Nullable Phrase marked(int last, int low) {
    int mark = last;
    while (mark > low && reading.marked[mark] && !tags.of(mark).isFinite()) {
      mark--;
    }
    boolean phrase =
        mark < last
            && !reading.marked[mark]
            && (tags.of(mark).isDeterminer() || tags.of(mark).isNoun());
    return phrase ? new Phrase(mark, last) : null;
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
      Phrase reporter = reporterBefore(i, low); // “Berg dijo que el puente es viejo y pidió que”
      if (reporter != null) {
        return reporter;
      }
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
      if (tags.of(i).isRelativePronoun() && tags.of(i + 1).isDeterminer()) {
        return null; // “un plan que la ministra considera”
      }
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
    Phrase subject = behind.of(group.last(), high);
    int next = subject == null ? group.last() + 1 : subject.last() + 1;
    if (subject == null || next + 1 >= high || !reading.isComma(next)) {
      return false;
    }
    next++;
    while (next + 1 < high
        && (reading.isListed(WordKind.CLITIC, next) || reading.isListed(WordKind.NEGATION, next))) {
      next++;
    }
    return tags.isFinite(next);
  }
}
