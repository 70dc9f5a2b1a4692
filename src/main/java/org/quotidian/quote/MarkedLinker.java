package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityType;

/** Finds the source of words in quotation marks: the nearest one in a reporting clause. */
final class MarkedLinker {

  /** Tokens around the marked words in which a source is looked for. */
  private static final int REACH = 90;

  /** Tokens before marked words in which any verb is taken for a cue. */
  private static final int OTHER_REACH = 25;

  /** Tokens between a cue and the marked words it introduces without a colon. */
  private static final int CLOSE = 4;

  /** Words; fewer, behind the object of a verb, are a term: promised a “huge” gift. */
  private static final int SHORTEST_OBJECT = 3;

  /** Words; so many are hardly a term. */
  private static final int SHORTEST_STATEMENT = 7;

  /** Words; fewer behind a word are hardly a sentence. */
  private static final int SHORTEST_SENTENCE = 8;

  /** Tokens of a source that no list names. */
  private static final int LONGEST_UNLISTED = 7;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords listed;

  MarkedLinker(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.listed = new ListedWords(reading, lexicon);
  }

  /**
   * The source that the sentence itself gives.
   *
   * @param first first token of the marked words, marks included
   * @param limit one past their last token
   */
  @Nullable Link find(int first, int limit) {
    int low = Math.max(reading.sentenceBegin(first), first - REACH);
    int high =
        reading.is(first - 1, ":") ? reading.sentenceEnd(limit - 1) : sentenceEndAfter(limit);
    high = Math.min(high, limit + REACH);
    Link link =
        !lexicon.traits().marksHoldTerms() || opensStatement(first, limit, low)
            ? rightOf(limit, high)
            : null;
    if (link == null) {
      link = dashed(limit, high);
    }
    if (link == null) {
      link = bracketed(limit);
    }
    if (link == null) {
      link = colonBefore(first, low);
    }
    if (link == null) {
      link =
          lexicon.traits().marksHoldTerms()
              ? closeBefore(first, limit, low)
              : leftOf(first, low, high, limit);
    }
    return link;
  }

  /** The source of the nearest cue before marked words in their sentence. */
  @Nullable Link cueBefore(int first) {
    int low = Math.max(reading.sentenceBegin(first), first - REACH);
    for (int i = first - 1; i >= low; i--) {
      Cue cue = cues.at(i);
      if (cue != null) {
        return linked(cue, low, first, Rule.SOURCE_VERB_BEFORE);
      }
    }
    return null;
  }

  /** The source of the nearest cue behind marked words in their sentence. */
  @Nullable Link cueBehind(int limit) {
    int high = Math.min(sentenceEndAfter(limit), limit + REACH);
    for (int i = limit; i < high; i++) {
      Cue cue = cues.at(i);
      if (cue != null) {
        return linked(cue, limit, high, Rule.SOURCE_VERB);
      }
    }
    return null;
  }

  private @Nullable Link linked(Cue cue, int low, int high, Rule rule) {
    if (cue.isAttribution()) {
      Phrase source = phrases.startingAt(cue.last() + 1, high);
      return source == null ? null : Link.of(source, cue, Rule.ATTRIBUTION);
    }
    Phrase before = phrases.subjectBefore(cue, low);
    if (before == null) {
      before = phrases.unlistedBefore(cue, low);
    }
    if (before == null) {
      before = phrases.startingAt(cue.last() + 1, high);
    }
    return before == null ? null : Link.of(before, cue, rule);
  }

  /**
   * Whether marked words begin a sentence or a part of one: not a term inside it. Behind a caption
   * without a stop they do if they are a sentence themselves.
   */
  private boolean opensStatement(int first, int limit, int low) {
    return first <= low || !reading.isWord(first - 1) || isSentence(first + 1, limit);
  }

  private boolean isSentence(int first, int limit) {
    if (reading.wordsIn(first, limit) < SHORTEST_SENTENCE || !reading.isCapitalised(first)) {
      return false;
    }
    for (int i = first; i < limit; i++) {
      if (listed.isAny("clause-sign", i, limit)) {
        return true;
      }
    }
    return false;
  }

  /** The end of the sentence, which may go on behind the closing mark: “Really?” she asked. */
  private int sentenceEndAfter(int limit) {
    int end = reading.sentenceEnd(limit - 1);
    if (end == limit && limit < reading.size && sameParagraph(limit - 1, limit)) {
      boolean goesOn = Character.isLowerCase(reading.word[limit].codePointAt(0));
      char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
      if (goesOn
          || ",?!".indexOf(last) >= 0
          || rightOf(limit, reading.sentenceEnd(limit)) != null && startsShort(limit)) {
        return reading.sentenceEnd(limit);
      }
    }
    return end;
  }

  private boolean startsShort(int limit) {
    return reading.sentenceEnd(limit) - limit < 16;
  }

  private boolean sameParagraph(int a, int b) {
    return reading.paragraph[a] == reading.paragraph[b];
  }

  /** “We wait.” (Anna Berg, 41) */
  private @Nullable Link bracketed(int limit) {
    if (!reading.is(limit, "(")
        || !sameParagraph(limit - 1, limit)
        || ".!?…".indexOf(reading.text.charAt(reading.end[limit - 1] - 2)) < 0) {
      return null;
    }
    Phrase name = phrases.startingAt(limit + 1, reading.sentenceEnd(limit));
    return name != null
            && isPerson(name)
            && (reading.isComma(name.last() + 1) || reading.is(name.last() + 1, ")"))
        ? Link.without(name, Rule.DASH_SOURCE)
        : null;
  }

  /** “…” — Anna Berg, also in a line of its own */
  private @Nullable Link dashed(int limit, int high) {
    int i = limit;
    boolean line =
        i < reading.size
            && !sameParagraph(limit - 1, i)
            && reading.paragraph[i] == reading.paragraph[limit - 1] + 1;
    if (i < reading.size && reading.isDash(i) && (line || sameParagraph(limit - 1, i))) {
      int end = reading.sentenceEnd(i);
      Phrase name = phrases.startingAt(i + 1, end);
      if (name != null && lexicon.traits().personsBehindMarksSpeak()) {
        return reading.isDash(i) ? dashedBehindStatement(name, limit) : null;
      }
      if (name != null && phrases.canSpeak(name) && reading.isCapitalised(name.first())) {
        int rest = name.last() + 1;
        boolean last = rest >= end || !reading.isWord(rest) && end - rest < 12;
        return last && end - i < 16 && (!line || isPerson(name))
            ? Link.without(name, Rule.DASH_SOURCE)
            : null;
      }
    }
    return null;
  }

  /** “…” – ông Hải chỉ vào con tàu: whatever he does, he spoke. */
  private @Nullable Link dashedBehindStatement(Phrase name, int limit) {
    return isPerson(name) && sameParagraph(limit - 1, name.first())
        ? Link.without(name, Rule.DASH_SOURCE)
        : null;
  }

  private @Nullable Link rightOf(int limit, int high) {
    int i = limit;
    while (i < high
        && i < limit + 2
        && (reading.isComma(i) || reading.is(i, ".") || reading.isDash(i))) {
      i++;
    }
    if (i >= high || reading.marked[i]) {
      return null;
    }
    Cue cue = cues.verbAt(i);
    if (cue != null && cue.refused()) {
      return null;
    }
    if (cue != null && isFinite(cue)) {
      int j = cue.last() + 1;
      while (j < high && reading.pos[j].isAdverb()) {
        j++;
      }
      if (j < high && reading.isListed("object-pronoun", j) && j + 1 < high) {
        j++;
      }
      Phrase source = phrases.startingAt(j, high);
      if (source != null) {
        return Link.of(source, cue, Rule.VERB_SOURCE);
      }
    }
    Cue attribution = cues.at(i);
    if (attribution != null && attribution.isAttribution()) {
      Phrase source = phrases.startingAt(attribution.last() + 1, high);
      return source == null ? null : Link.of(source, attribution, Rule.ATTRIBUTION);
    }
    Phrase source = phrases.startingAt(i, high);
    if (lexicon.traits().marksHoldTerms() && i == limit && isNickname(limit)) {
      return null;
    }
    if (source == null && lexicon.traits().personsBehindMarksSpeak() && i > limit) {
      return unlisted(i, high);
    }
    if (source != null) {
      int verb = phrases.predicateOf(source, high);
      Cue after = cues.verbAt(verb);
      if (after != null && !after.refused() && !announcesOthers(after, limit, high)) {
        return Link.of(source, after, Rule.SOURCE_VERB);
      }
      if (lexicon.traits().personsBehindMarksSpeak() && i > limit && speaksBehind(source, limit)) {
        return Link.without(source, Rule.OTHER_VERB);
      }
      if (verb < high
          && !reading.marked[verb]
          && reading.pos[verb].isPastTense()
          && reading.isComma(i - 1) | endsWithComma(limit)
          && phrases.canSpeak(source)) {
        return new Link(source, new Phrase(verb, verb), null, Rule.OTHER_VERB);
      }
    }
    return null;
  }

  /** “Vua cá” Hải nói: a few words without punctuation are part of the name behind them. */
  private boolean isNickname(int limit) {
    int first = limit - 1;
    while (first > 0 && reading.marked[first - 1]) {
      first--;
    }
    return reading.wordsIn(first, limit) <= SHORTEST_OBJECT && reading.isWord(limit - 2);
  }

  /** “…”, lão tướng nói: words that no list names, between the comma and a cue. */
  private @Nullable Link unlisted(int first, int high) {
    int last = first - 1;
    for (int i = first; i < Math.min(high, first + LONGEST_UNLISTED); i++) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return last < first || cue.refused()
            ? null
            : Link.of(new Phrase(first, last), cue, Rule.SOURCE_VERB);
      }
      if (reading.is(i, "(") && i > first) {
        i = closingBracket(i, high); // an age or an office
      } else if (reading.marked[i] || !reading.isWord(i)) {
        return null;
      } else {
        last = i;
      }
    }
    return null;
  }

  private int closingBracket(int open, int high) {
    int i = open;
    while (i < high && !reading.is(i, ")")) {
      i++;
    }
    return i;
  }

  /**
   * “…”, Hải khẩn thiết: a whole sentence, then a comma and somebody: whatever he does, he spoke.
   */
  private boolean speaksBehind(Phrase source, int limit) {
    int first = limit - 1;
    while (first > 0 && reading.marked[first - 1]) {
      first--;
    }
    boolean opens = first == reading.sentenceBegin(first) || !sameParagraph(first - 1, first);
    return opens && reading.wordsIn(first, limit) >= SHORTEST_STATEMENT && isPerson(source);
  }

  private boolean isPerson(Phrase source) {
    return reading.namesIn(source).stream().anyMatch(name -> name.type() == EntityType.PERSON);
  }

  /** “Really?” Anna Berg said: “…”, in a sentence of its own, goes with what follows. */
  private boolean announcesOthers(Cue cue, int limit, int high) {
    if (reading.sentence[limit - 1] == reading.sentence[cue.first()]) {
      return false;
    }
    int next = cue.last() + 1;
    while (next < high && lexicon.words("after-verb").of(reading.lower[next]) != null) {
      next++;
    }
    return reading.is(next, ":");
  }

  private boolean endsWithComma(int limit) {
    int end = reading.end[limit - 1];
    return end >= 2 && reading.text.charAt(end - 2) == ',';
  }

  private boolean isFinite(Cue cue) {
    return !reading.pos[cue.first()].isPresentParticiple()
        && !reading.pos[cue.first()].isInfinitive();
  }

  /** Anna Berg: “…” at the start of a paragraph; inside of one only whoever has a name. */
  private @Nullable Link colonBefore(int first, int low) {
    int colon = first - 1;
    if (colon <= low || !reading.is(colon, ":") || colon - low > 12) {
      return null;
    }
    Phrase labelled = labelled(low, colon);
    if (labelled != null) {
      return new Link(labelled, new Phrase(colon, colon), null, Rule.SOURCE_COLON);
    }
    Phrase source = named(phrases.startingAt(low, colon), colon);
    boolean opensParagraph = low == 0 || !sameParagraph(low - 1, low);
    return source != null
            && source.last() == colon - 1
            && phrases.canSpeak(source)
            && (opensParagraph || isPerson(source))
        ? new Link(source, new Phrase(colon, colon), null, Rule.SOURCE_COLON)
        : null;
  }

  /** “Anna Berg, 34, nurse:”, “And from Chairwoman Berg:”: nothing but a person and a role. */
  private @Nullable Phrase labelled(int low, int colon) {
    int first = low;
    if (reading.isListed("opening-conjunction", first)) {
      first++;
    }
    if (reading.pos[first].isPreposition()) {
      first++;
    }
    Phrase name = phrases.startingAt(first, colon);
    if (name == null || !isPerson(name)) {
      return null;
    }
    int next = name.last() + 1;
    for (int i = next; i < colon; i++) {
      if (reading.pos[i].isVerb() || reading.marked[i]) {
        return null;
      }
    }
    return next == colon || reading.isComma(next) ? name : null;
  }

  /** “His wife, Anna Berg: “…””: the name set behind a description. */
  private @Nullable Phrase named(@Nullable Phrase described, int colon) {
    Phrase name =
        described != null
                && lexicon.traits().namesFollowDescriptions()
                && reading.isComma(described.last() + 1)
            ? phrases.startingAt(described.last() + 2, colon)
            : null;
    return name != null && isPerson(name) ? name : described;
  }

  /** “Khi nói về ngày đó, Hải xúc động: “…””: the cue belongs to what comes before the comma. */
  private boolean opensAdverbially(Cue cue, int low, int first) {
    if (lexicon.words("adverbial").longestAt(reading.lower, low, cue.last() + 1) == null) {
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
  private @Nullable Link closeBefore(int first, int limit, int low) {
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
        if (term && !colon && cue.last() + 1 < first) {
          return null;
        }
        Phrase source = phrases.subjectBefore(cue, low);
        return source == null ? null : Link.of(source, cue, Rule.SOURCE_VERB_BEFORE);
      }
      if (reading.marked[i]) {
        break;
      }
    }
    if (!colon) {
      return null;
    }
    Phrase source = phrases.subjectBefore(Cue.assumedAt(first - 1), low);
    return source == null || !phrases.canSpeak(source)
        ? null
        : new Link(source, new Phrase(first - 1, first - 1), null, Rule.SOURCE_COLON);
  }

  private @Nullable Link leftOf(int first, int low, int high, int limit) {
    Link fallback = null;
    for (int i = first - 1; i >= low; i--) {
      Cue cue = cues.at(i);
      if (cue == null || cue.refused() || isOnlyIntended(cue, first)) {
        continue;
      }
      Link link = byCue(cue, low, high, Rule.SOURCE_VERB_BEFORE);
      if (link != null && (cue.isAttribution() || phrases.canSpeak(link.source()))) {
        return link;
      }
      if (fallback == null) {
        fallback = link;
      }
    }
    for (int i = limit; i < high; i++) {
      Cue cue = cues.at(i);
      if (cue == null || cue.refused() || cue.words().kind() == CueWords.Kind.NOUN) {
        continue;
      }
      Link link = byCue(cue, limit, high, Rule.SAME_SENTENCE);
      if (link == null && cue.isVerb() && isFinite(cue)) {
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
    return cue.isVerb() && (infinitive || named);
  }

  /** A verb that is not in the lists, before the marked words: Berg attacked the plan as “…”. */
  private @Nullable Link byOtherVerb(int first, int low) {
    Link fallback = null;
    for (int i = first - 1; i >= low && i > first - OTHER_REACH; i--) {
      TokenClass verb = reading.pos[i];
      if (!reading.marked[i] && verb.isVerb() && (verb.isFinite() || verb.isPresentParticiple())) {
        Phrase subject = phrases.subjectBefore(Cue.assumedAt(i), low);
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

  /**
   * The source of words that the sentence before announced with a colon.
   *
   * @param colon its last token
   */
  @Nullable Link announced(int colon) {
    int low = reading.sentenceBegin(colon);
    Link link = leftOf(colon, low, colon, colon);
    Phrase labelled = link == null ? labelled(low, colon) : null;
    if (labelled != null) {
      return new Link(labelled, new Phrase(colon, colon), null, Rule.SOURCE_COLON);
    }
    return link == null
        ? null
        : new Link(link.source(), link.cue(), link.words(), Rule.SOURCE_COLON);
  }

  private @Nullable Link byCue(Cue cue, int low, int high, Rule rule) {
    if (cue.isAttribution()) {
      Phrase source = phrases.startingAt(cue.last() + 1, high);
      return source == null ? null : Link.of(source, cue, Rule.ATTRIBUTION);
    }
    boolean noun = cue.words().kind() == CueWords.Kind.NOUN;
    if (cue.first() == low && !noun && isFinite(cue)) {
      Phrase inverted = phrases.startingAt(cue.last() + 1, high);
      return inverted == null ? null : Link.of(inverted, cue, Rule.VERB_SOURCE);
    }
    boolean passive =
        !noun && reading.isListed("agent", cue.last() + 1); // taggers confuse the two pasts
    Phrase agent = passive ? phrases.startingAt(cue.last() + 2, high) : null;
    if (agent != null && phrases.canSpeak(agent)) {
      return Link.of(agent, cue, rule);
    }
    Phrase source = phrases.subjectBefore(cue, low);
    return source == null ? null : Link.of(source, cue, noun ? Rule.NOUN : rule);
  }
}
