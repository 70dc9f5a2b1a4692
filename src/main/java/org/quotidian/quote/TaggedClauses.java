package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages with part-of-speech tags. */
class TaggedClauses extends Clauses {

  static final int SHORTEST = 2;

  final BareClause bare;
  final ClauseEnd ends;
  final TaggedClauseStart starts;
  private final TaggedParentheses parentheses;
  private final NamedThings names;
  private final PassiveVerbs passives;

  TaggedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.bare = new BareClause(reading, lexicon, cues, phrases);
    this.ends = new ClauseEnd(reading, lexicon, cues, phrases, bare);
    this.starts = new TaggedClauseStart(reading, lexicon, cues, phrases, bare, ends);
    this.parentheses = new TaggedParentheses(this, starts);
    this.names = new NamedThings(reading, cues, phrases, bare);
    this.passives = new PassiveVerbs(reading, lexicon, starts);
  }

  @Override
  boolean isLong(Content content) {
    Phrase cue = content.link().cue();
    boolean subject = cue != null && content.first() < cue.first() && pos(content.first()).isNoun();
    return content.limit() - content.first() >= (subject ? 1 : SHORTEST);
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
    return cue.isVerb() && !passives.isPassive(cue) ? ofVerb(cue, low, high) : List.of();
  }

  private TokenClass pos(int token) {
    return reading.pos[token];
  }

  /** What a source without a verb says. */
  @Nullable Content attributed(Cue cue, int low, int high) {
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

  /** “her claim that the bridge is safe” */
  @Nullable Content ofNoun(Cue cue, int low, int high) {
    int next = starts.behindMedium(starts.afterTimes(cue.last() + 1, high), high);
    boolean infinitive = cue.takes(Frame.TO) && reading.isListed(WordKind.INFINITIVE_MARKER, next);
    if (!infinitive && !reading.isListed(WordKind.COMPLEMENTISER, next)) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, low);
    return source == null
        ? null
        : new Content(next, ends.ofNominal(next + 1, high), Link.of(source, cue, Rule.NOUN));
  }

  List<Content> ofVerb(Cue cue, int low, int high) {
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
    boolean parenthesis = // “There is a risk, she said, that …”
        reading.isComma(cue.last() + 1) && commaBefore(source.first(), low) > low && isSaying(cue);
    int main = parentheses.behindComma(cue, source, low, high);
    boolean as = reading.isListed(WordKind.REPORT_OPENING, source.first() - 1);
    int start = parenthesis || as && main >= 0 ? -1 : starts.of(cue, source, high);
    if (start >= 0) {
      int limit = relative ? ends.ofNominal(start, high) : behindSubject(cue, start, high);
      if (source.first() > start) {
        limit = source.first() - 1; // “Saying that the boat was late, she left”
      } else if (isSubordinate(source, low)) {
        limit = mainClause(start, high);
      }
      return List.of(new Content(start, contentEnd(cue, start, limit), link));
    }
    Content other = withoutClauseBehind(cue, link, low, high);
    if (other != null) {
      return List.of(other);
    }
    if (main >= 0) {
      return List.of(new Content(main, contentEnd(cue, main, high), link));
    }
    int comma = commaBefore(as ? source.first() - 1 : source.first(), low); // “…, as she said”
    if (comma <= low || !isSaying(cue)) {
      return List.of();
    }
    List<Content> around = parentheses.around(cue, comma, low, high, link);
    return as && !around.isEmpty() && bare.hasVerb(low, comma) ? around.subList(0, 1) : around;
  }

  /** What a verb governs that opens no clause. */
  @Nullable Content withoutClauseBehind(Cue cue, Link link, int low, int high) {
    return names.of(cue, high, link);
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
    boolean adjacent =
        source != null
            && source.first() < cue.first()
            && !(pos(cue.first()).isPresentParticiple()
                && bare.hasVerb(source.last() + 1, cue.first()));
    int first = adjacent && source != null ? source.first() : cue.first();
    return behindStatement(first, low)
        && starts.laterThat(cue.last() + 1, reading.sentenceEnd(cue.first()), true) < 0;
  }

  /** Whether marked words stand before a token, a title such as “The Long River,” apart. */
  private boolean behindStatement(int token, int low) {
    boolean statement = false;
    int i = token - 1;
    if (lexicon.traits().commasOpenClauses() && reading.isComma(i) && i > low) {
      return reading.marked[i - 1] && announced(i - 1, low); // “Sie mahnt: „Wir warten“, sagte sie”
    }
    for (; i > low && reading.marked[i]; i--) {
      boolean longer = reading.word[i].length() > 3 || pos(i).isFinite();
      statement |= longer && !reading.isCapitalised(i) && reading.isWord(i);
    }
    boolean term = i >= low && (pos(i).isDeterminer() || pos(i).isPreposition());
    return statement && !term;
  }

  /** Whether a colon stands before the marked words that end at a token. */
  private boolean announced(int token, int low) {
    int first = token;
    while (first > low && reading.marked[first]) {
      first--;
    }
    return reading.is(first, ":");
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
    boolean of = reading.isListed(WordKind.POSSESSION, who - 1); // “many of whom say that …, left”
    return reading.isComma(end) && !of ? high : end;
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
