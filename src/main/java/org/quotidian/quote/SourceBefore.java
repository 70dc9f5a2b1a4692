package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the source that stands before words in quotation marks, or whose cue stands elsewhere in
 * their sentence.
 */
final class SourceBefore {

  /** Tokens before marked words in which any verb is taken for a cue. */
  private static final int OTHER_REACH = 25;

  /** Tokens between a cue and the marked words it introduces without a colon. */
  private static final int CLOSE = 4;

  /** Words; fewer, behind the object of a verb, are a term: promised a “huge” gift. */
  private static final int SHORTEST_OBJECT = 3;

  /** Words; so many are hardly a term. */
  private static final int SHORTEST_STATEMENT = 7;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ApartReports apart;
  private final ColonLabels labels;

  SourceBefore(Groundwork article) {
    this.reading = article.reading();
    this.lexicon = article.lexicon();
    this.cues = article.cues();
    this.phrases = article.phrases();
    this.apart = new ApartReports(reading, lexicon);
    this.labels = new ColonLabels(article);
  }

  /** “Khi nói về ngày đó, Hải xúc động: “…””: the cue belongs to what comes before the comma. */
  private boolean opensAdverbially(Cue cue, int low, int first) {
    if (lexicon.words(WordKind.ADVERBIAL).longestAt(reading.lower, low, cue.last() + 1) == null) {
      return false;
    }
    for (int i = low; i < cue.first(); i++) {
      if (reading.isComma(i)) {
        return false;
      }
    }
    for (int i = cue.last() + 1; i < first; i++) {
      if (reading.isComma(i)) {
        Phrase subject = phrases.startingAt(i + 1, first);
        return subject != null && phrases.canSpeak(subject);
      }
    }
    return false;
  }

  /** A cue right before the marked words, or one whose words a colon announces. */
  @Nullable Link closeBefore(int first, int limit, int low) {
    boolean colon = first > low && reading.is(first - 1, ":");
    int words = reading.wordsIn(first, limit);
    boolean goesOn =
        limit < reading.sentenceEnd(limit - 1) && reading.isWord(limit) && !reading.marked[limit];
    boolean term = words < SHORTEST_OBJECT || words < SHORTEST_STATEMENT && goesOn;
    int close = words >= SHORTEST_STATEMENT && !goesOn ? 2 * CLOSE : CLOSE;
    int reach = colon ? low : Math.max(low, first - close);
    for (int i = first - 1; i >= reach; i--) {
      Cue attribution = colon ? null : cues.at(i);
      if (attribution != null && attribution.isAttribution()) {
        Phrase source = phrases.startingAt(attribution.last() + 1, first);
        return source == null || source.last() + 1 != first
            ? null
            : Link.of(source, attribution, Rule.ATTRIBUTION);
      }
      Cue cue = cues.verbAt(i);
      if (cue != null && colon && opensAdverbially(cue, low, first)) {
        break;
      }
      if (cue != null && (!cue.refused() || colon)) {
        if (term && !colon && (behind(cue) < first || !mayQuote(cue, first, limit, goesOn))) {
          return null;
        }
        Phrase source = phrases.subjectBefore(cue, low);
        return source == null ? null : Link.of(source, cue, Rule.SOURCE_VERB_BEFORE);
      }
      if (reading.marked[i]) {
        break;
      }
    }
    if (!colon || term && lexicon.traits().subjectsOnEitherSide()) {
      return null;
    }
    Phrase source = phrases.subjectBefore(Cue.assumedAt(first - 1), low);
    boolean text = // “Der Brief lautete: …”
        source != null && lexicon.traits().subjectsOnEitherSide() && phrases.isDocument(source);
    return source == null || !text && !phrases.canSpeak(source)
        ? null
        : new Link(source, new Phrase(first - 1, first - 1), null, Rule.SOURCE_COLON);
  }

  /** “提出“担保方案””, “直至“更好”方案”: terms, where most words in marks are. */
  private boolean mayQuote(Cue cue, int first, int limit, boolean goesOn) {
    boolean clause = false;
    for (int i = first; i < limit; i++) {
      clause |= reading.pos[i].isVerb();
    }
    boolean term = goesOn && !clause && reading.wordsIn(first, limit) < SHORTEST_OBJECT;
    return !lexicon.traits().modifiersFirst()
        || cue.takes(Frame.NAME)
        || cue.takes(Frame.QUOTE) && !term;
  }

  /** Whether nothing stands between the cue of a link and a comma. */
  boolean isRightBefore(Link link, int comma) {
    Cue cue = link.words();
    return cue != null && behind(cue) == comma;
  }

  /** Behind a cue, and behind particles that belong to it where no object follows: 写下了. */
  private int behind(Cue cue) {
    int next = cue.last() + 1;
    while (lexicon.traits().modifiersFirst()
        && reading.isListed(WordKind.AFTER_VERB, next)
        && !reading.marked[next]) {
      next++;
    }
    return next;
  }

  @Nullable Link leftOf(int first, int low, int high, int limit) {
    Link fallback = null;
    for (int i = first - 1; i >= low; i--) {
      Cue cue = cues.at(i);
      if (cue == null
          || cue.refused()
          || isOnlyIntended(cue, first)
          || apart.isBefore(cue, first)) {
        continue;
      }
      Link link = byCue(cue, low, high, Rule.SOURCE_VERB_BEFORE);
      if (link != null && link.rule() == Rule.NOUN && isObject(link.source(), low)) {
        continue;
      }
      if (link != null && (cue.isAttribution() || phrases.canSpeak(link.source()))) {
        return link;
      }
      if (fallback == null && !(link != null && namesBehindNoun(cue, link.source()))) {
        fallback = link;
      }
    }
    for (int i = limit; i < high; i++) {
      Cue cue = cues.at(i);
      if (cue == null
          || cue.refused()
          || cue.words().kind() == CueWords.Kind.NOUN
          || apart.isBehind(limit, cue)
          || isPassive(cue)) {
        continue;
      }
      Link link = byCue(cue, limit, high, Rule.SAME_SENTENCE);
      if (link == null && cue.isVerb() && reading.mayHaveSubject(cue)) {
        Phrase source = phrases.startingAt(cue.last() + 1, high);
        link = source == null ? null : Link.of(source, cue, Rule.SAME_SENTENCE);
      }
      if (link != null && (cue.isAttribution() || phrases.canSpeak(link.source()))) {
        return link;
      }
    }
    return fallback != null ? fallback : byOtherVerb(first, low);
  }

  /**
   * “promised to add a “…””, “an index called the “…””: an infinitive or participle that says no
   * more than what something is about, unless the marked words follow at once.
   */
  private boolean isOnlyIntended(Cue cue, int first) {
    TokenClass verb = reading.pos[cue.first()];
    boolean infinitive = verb.isInfinitive() && first - cue.last() > CLOSE;
    boolean named =
        verb.isPastParticiple()
            && cue.takes(CueWords.Frame.NAME)
            && cue.first() > 0
            && reading.pos[cue.first() - 1].isCommonNoun()
            && reading.name[cue.first() - 1] == null;
    boolean premodifier = // “told him in a written statement”
        verb.isParticiple()
            && cue.first() > 0
            && cue.last() + 1 < reading.size
            && (reading.pos[cue.first() - 1].isDeterminer()
                || reading.pos[cue.first() - 1].isPossessivePronoun())
            && reading.pos[cue.last() + 1].isNoun();
    return cue.isVerb() && (infinitive || named || premodifier);
  }

  /** “a plan called the “…””: a participle about the noun before it. */
  private boolean namesBehindNoun(Cue cue, Phrase noun) {
    return cue.takes(CueWords.Frame.NAME)
        && noun.last() + 1 == cue.first()
        && !reading.pos[noun.last()].isPersonalPronoun();
  }

  /** “called | Berg's promises “…””: not her words but what somebody says of them. */
  private boolean isObject(Phrase owner, int low) {
    Cue verb = owner.first() > low ? cues.verbAt(owner.first() - 1) : null;
    return verb != null && !verb.refused() && verb.takes(CueWords.Frame.NAME);
  }

  /** “before the mayor was charged”: she is the one of whom something was said. */
  private boolean isPassive(Cue cue) {
    int before = cue.first() - 1;
    while (before > 0 && reading.pos[before].isAdverb()) {
      before--;
    }
    return cue.isVerb()
        && before >= 0
        && reading.pos[cue.first()].isPastParticiple()
        && reading.isListed(WordKind.AUXILIARY, before)
        && !reading.isListed(WordKind.HAVE, before)
        && !reading.isListed(WordKind.AGENT, cue.last() + 1);
  }

  /** A verb that is not in the lists, before the marked words: Berg attacked the plan as “…”. */
  private @Nullable Link byOtherVerb(int first, int low) {
    Link fallback = null;
    for (int i = first - 1; i >= low && i > first - OTHER_REACH; i--) {
      TokenClass verb = reading.pos[i];
      if (!reading.marked[i] && verb.isVerb() && (verb.isFinite() || verb.isPresentParticiple())) {
        Phrase subject = owner(phrases.subjectBefore(Cue.assumedAt(i), low));
        if (subject != null) {
          Link link = new Link(subject, new Phrase(i, i), null, Rule.OTHER_VERB);
          if (phrases.canSpeak(subject)) {
            return link;
          }
          fallback = fallback == null ? link : fallback;
        }
      }
    }
    return fallback;
  }

  /** “Berg's reply was: …” is said by Berg. */
  private @Nullable Phrase owner(@Nullable Phrase phrase) {
    for (int i = phrase == null ? 0 : phrase.last(); phrase != null && i > phrase.first(); i--) {
      if (reading.pos[i].isPossessiveMarker()
          && reading.isListed(WordKind.STATEMENT, phrase.last())) {
        return new Phrase(phrase.first(), i - 1);
      }
    }
    return phrase;
  }

  /**
   * The source of words that the sentence before announced with a colon.
   *
   * @param colon its last token
   */
  @Nullable Link announced(int colon) {
    int low = reading.sentenceBegin(colon);
    Link link = leftOf(colon, low, colon, colon);
    Phrase labelled = link == null ? labels.labelled(low, colon) : null;
    if (labelled != null) {
      return new Link(labelled, new Phrase(colon, colon), null, Rule.SOURCE_COLON);
    }
    return link == null
        ? null
        : new Link(link.source(), link.cue(), link.words(), Rule.SOURCE_COLON);
  }

  private @Nullable Link byCue(Cue cue, int low, int high, Rule rule) {
    if (cue.isAttribution()) {
      Phrase source = phrases.sourceBehind(cue, high);
      return source == null ? null : Link.of(source, cue, Rule.ATTRIBUTION);
    }
    boolean noun = cue.words().kind() == CueWords.Kind.NOUN;
    if (cue.first() == low && !noun && reading.mayHaveSubject(cue)) {
      Phrase inverted = phrases.startingAt(cue.last() + 1, high);
      return inverted == null ? null : Link.of(inverted, cue, Rule.VERB_SOURCE);
    }
    boolean passive =
        !noun && reading.isListed(WordKind.AGENT, cue.last() + 1); // taggers confuse the two pasts
    Phrase agent = passive ? phrases.startingAt(cue.last() + 2, high) : null;
    if (agent != null && phrases.canSpeak(agent)) {
      return Link.of(agent, cue, rule);
    }
    Phrase source = phrases.subjectBefore(cue, low);
    return source == null ? null : Link.of(source, cue, noun ? Rule.NOUN : rule);
  }
}
