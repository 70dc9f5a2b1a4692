package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages with part-of-speech tags. */
final class TaggedClauses extends Clauses {

  static final int SHORTEST = 2;

  final BareClause bare;
  final ClauseEnd ends;
  private final TaggedClauseStart starts;
  private final TaggedParentheses parentheses;
  private final NamedThings names;

  TaggedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.bare = new BareClause(reading, lexicon, cues, phrases);
    this.ends = new ClauseEnd(reading, lexicon, cues, phrases, bare);
    this.starts = new TaggedClauseStart(reading, lexicon, cues, phrases, bare, ends);
    this.parentheses = new TaggedParentheses(this, starts);
    this.names = new NamedThings(reading, phrases);
  }

  @Override
  boolean isLong(Content content) {
    return content.limit() - content.first() >= SHORTEST;
  }

  @Override
  int endByRule(Cue cue, int first, int high) {
    return ends.of(cue, first, high);
  }

  @Override
  List<Content> byRule(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Content content =
        switch (cue.words().kind()) {
          case ATTRIBUTION -> attributed(cue, low, high);
          case NOUN -> ofNoun(cue, low, high);
          case VERB, NONE -> null;
        };
    if (content != null) {
      return List.of(content);
    }
    return cue.isVerb() && !isPassive(cue) ? ofVerb(cue, low, high) : List.of();
  }

  /** “was announced”, “the alleged thief”, “the king's ruling party”. */
  private boolean isPassive(Cue cue) {
    if (pos(cue.first()).isPresentParticiple() && cue.first() > 0) {
      return pos(cue.first() - 1).isPossessiveMarker();
    }
    if (!pos(cue.first()).isPastParticiple()) {
      return false;
    }
    int i = cue.first() - 1;
    while (i >= 0 && pos(i).isAdverb()) {
      i--;
    }
    boolean mistagged =
        i >= 0
            && (pos(i).isProper() || pos(i).isPersonalPronoun() || pos(i).isPositiveAdjective())
            && starts.of(cue, reading.sentenceEnd(cue.first())) >= 0;
    boolean attribute =
        i >= 0
            && (pos(i).isNumber() || pos(i).isDeterminer() || pos(i).isPositiveAdjective())
            && pos(cue.last() + 1 < reading.size ? cue.last() + 1 : i).isNoun();
    return attribute
        || !mistagged && (i < 0 || lexicon.words(WordKind.HAVE).of(reading.lower[i]) == null);
  }

  private TokenClass pos(int token) {
    return reading.pos[token];
  }

  private @Nullable Content attributed(Cue cue, int low, int high) {
    if (reading.isListed(WordKind.RELATIVE, cue.last() + 1)) {
      return ofRelative(cue, low, high);
    }
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    boolean amount = source != null && cue.first() == cue.last() && !phrases.canSpeak(source);
    if (source == null || amount) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.ATTRIBUTION);
    int comma = source.last() + 1;
    while (comma < high && !(reading.isComma(comma) && !reading.marked[comma])) {
      comma++;
    }
    boolean opens = !bare.hasVerb(low, cue.first()) && bare.hasVerb(comma, high);
    if (cue.first() > low + 1 && !opens) {
      return saidInMarks(low, cue.first()) ? null : new Content(low, cue.first(), link);
    }
    return new Content(comma < high ? comma + 1 : phrases.predicateOf(source, high), high, link);
  }

  /** “Anna Berg, according to whom the log was empty, resigned” */
  private @Nullable Content ofRelative(Cue cue, int low, int high) {
    Phrase source = phrases.subjectBefore(cue, low);
    int first = cue.last() + 2;
    return source == null || first >= high || !bare.hasVerb(first, high)
        ? null
        : new Content(first, ends.atComma(first, high), Link.of(source, cue, Rule.ATTRIBUTION));
  }

  /** “We wait,” he said, according to the minutes: his words are in marks. */
  private boolean saidInMarks(int low, int high) {
    for (int i = low; i < high; i++) {
      Cue verb = reading.marked[i] ? null : cues.verbAt(i);
      if (verb != null && goesWithMarked(verb, phrases.subjectBefore(verb, low), low)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Content ofNoun(Cue cue, int low, int high) {
    if (!reading.isListed(WordKind.COMPLEMENTISER, cue.last() + 1)) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, low);
    return source == null
        ? null
        : new Content(
            cue.last() + 1, ends.ofNominal(cue.last() + 2, high), Link.of(source, cue, Rule.NOUN));
  }

  private List<Content> ofVerb(Cue cue, int low, int high) {
    Phrase source = phrases.subjectBefore(cue, low);
    if (goesWithMarked(cue, source, low)) {
      return List.of();
    }
    List<Content> inverted = parentheses.inverted(cue, source, low, high);
    if (source == null || !inverted.isEmpty()) {
      return inverted;
    }
    return ofSubject(cue, source, low, high);
  }

  private List<Content> ofSubject(Cue cue, Phrase source, int low, int high) {
    Link link = Link.of(source, cue, Rule.CLAUSE);
    boolean relative = isSaying(cue) && isRelative(source.first() - 1, low);
    if (relative) {
      int next = starts.afterTimes(cue.last() + 1, high);
      if (cue.takes(Frame.CLAUSE) && next < high && mayBeFinite(next)) {
        return List.of(new Content(next, ends.ofNominal(next, high), link));
      }
    }
    int start = starts.of(cue, high);
    if (start >= 0) {
      int limit = relative ? ends.ofNominal(start, high) : behindSubject(cue, start, high);
      if (source.first() > start) {
        limit = source.first() - 1; // “Saying that the boat was late, she left”
      } else if (isSubordinate(source, low)) {
        limit = mainClause(start, high);
      }
      return List.of(new Content(start, contentEnd(cue, start, limit), link));
    }
    Content named = names.of(cue, high, link);
    if (named != null) {
      return List.of(named);
    }
    int main = behindComma(cue, source, low, high);
    if (main >= 0) {
      return List.of(new Content(main, contentEnd(cue, main, high), link));
    }
    int comma = commaBefore(source.first(), low);
    return comma > low && isSaying(cue)
        ? parentheses.around(cue, comma, low, high, link)
        : List.of();
  }

  /** Not a participle: “In 2009 she sent a letter, telling him …”. */
  private boolean isSaying(Cue cue) {
    return !pos(cue.first()).isPresentParticiple();
  }

  /** “a finish that he said defied hopes”: the pronoun that stands for a noun before. */
  private boolean isRelative(int token, int low) {
    return token > low
        && (pos(token).isRelativePronoun()
            || reading.isListed(WordKind.COMPLEMENTISER, token) && pos(token - 1).isNoun());
  }

  /** A verb behind its own object may be taken for a participle: that courts said discriminated. */
  private boolean mayBeFinite(int token) {
    return !reading.marked[token]
        && (isFinite(token)
            || pos(token).isPastParticiple() && !reading.isListed(WordKind.ASIDE, token));
  }

  /**
   * “We wait,” Berg told the crowd as it began to rain: nothing more is reported without “that”.
   */
  private boolean goesWithMarked(Cue cue, @Nullable Phrase source, int low) {
    int first = source == null || source.first() > cue.first() ? cue.first() : source.first();
    return behindStatement(first, low)
        && starts.laterThat(cue.last() + 1, reading.sentenceEnd(cue.first()), true) < 0;
  }

  /** Whether marked words stand before a token, a title such as “The Long River,” apart. */
  private boolean behindStatement(int token, int low) {
    boolean statement = false;
    int i = token - 1;
    for (; i > low && reading.marked[i]; i--) {
      boolean longer = reading.word[i].length() > 3 || pos(i).isFinite();
      statement |= longer && !reading.isCapitalised(i) && reading.isWord(i);
    }
    boolean term = i >= low && (pos(i).isDeterminer() || pos(i).isPreposition());
    return statement && !term;
  }

  /**
   * “As Berg reported, the bridge is closed”; “Berg sent a letter saying, if need be, …”: where the
   * clause begins behind a comma; -1 without one.
   */
  private int behindComma(Cue cue, Phrase source, int low, int high) {
    int comma = starts.afterTimes(cue.last() + 1, high);
    boolean as =
        reading.isListed(WordKind.REPORT_OPENING, source.first() - 1)
            && opensSentence(source.first() - 1, low);
    boolean participle =
        pos(cue.first()).isPresentParticiple()
            && !reading.isListed(
                WordKind.AUXILIARY, cue.first() - 1); // “her fears are worrying, …”
    boolean condition = // “Berg said, if need be, …”
        reading.isComma(comma)
            && comma + 1 < high
            && pos(comma + 1).isPreposition()
            && ends.atComma(comma + 1, high) < high;
    if (!cue.takes(Frame.CLAUSE) && !(as && cue.takes(Frame.THAT))
        || !(as || condition || participle && commaBefore(cue.first(), low) < 0)
        || !reading.isComma(comma)
        || comma + 1 >= high
        || reading.marked[comma + 1]) {
      return -1;
    }
    return bare.hasVerb(comma + 1, high) ? comma + 1 : -1;
  }

  /**
   * At the start of the sentence or behind what stands before a comma there: But as …; Today, as …
   */
  private boolean opensSentence(int token, int low) {
    return token == low
        || token == low + 1 && pos(low).isConjunction()
        || reading.isComma(token - 1) && !bare.hasVerb(low, token);
  }

  /** The comma right before a token, outside or inside a closing mark; -1 when there is none. */
  int commaBefore(int token, int low) {
    int i = token - 1;
    if (i > low && reading.marked[i] && !reading.isWord(i) && !reading.isComma(i)) {
      i--;
    }
    return i > low && reading.isComma(i) ? i : -1;
  }

  /**
   * “While she said the road was closed, …”, “Fern, whom she said she had warned, …”: the clause
   * ends where the main one begins or goes on.
   */
  private boolean isSubordinate(Phrase source, int low) {
    int before = source.first() - 1;
    if (reading.isListed(WordKind.RELATIVE, before) && reading.isComma(before - 1)) {
      return true;
    }
    int opening = before;
    while (opening > low && !reading.isComma(opening - 1) && !pos(opening - 1).isConjunction()) {
      opening--;
    }
    return opening >= low
        && reading.isListed(WordKind.SUBORDINATOR, opening)
        && !bare.hasVerb(opening, source.first());
  }

  /** “Those who say that the bridge is safe | have never seen it”: where the main verb follows. */
  private int behindSubject(Cue cue, int start, int high) {
    int who = cue.first() - 1;
    while (who > 0 && (pos(who).isAdverb() || reading.isListed(WordKind.AUXILIARY, who))) {
      who--;
    }
    boolean whose = who > 0 && pos(who).isRelativePronoun() && !reading.isComma(who - 1);
    int end = whose ? ends.ofNominal(start, high) : high;
    return reading.isComma(end) ? high : end;
  }

  /** Behind a subordinate clause: the comma at which the main one begins. */
  private int mainClause(int first, int high) {
    int comma = ends.atComma(first, high);
    while (comma + 1 < high && !bare.opensAt(comma + 1, high, pos(comma + 1).isPreposition())) {
      comma = ends.atComma(comma, high);
    }
    return comma + 1 < high ? comma : high;
  }

  private boolean isFinite(int token) {
    return pos(token).isFinite();
  }

  /** Without commas in front and the full stop behind. */
  @Override
  Content trimmed(Content content) {
    int first = content.first();
    int limit = content.limit();
    while (first < limit
        && (reading.isComma(first)
            || reading.is(first, ":")
            || reading.isDash(first)
            || first == content.first()
                && reading.isListed(WordKind.OPENING_CONJUNCTION, first)
                && !reading.marked[first])) {
      first++;
    }
    return new Content(first, withoutStop(first, limit), content.link());
  }
}
