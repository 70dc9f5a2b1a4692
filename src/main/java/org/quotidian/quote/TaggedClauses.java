package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages with part-of-speech tags. */
final class TaggedClauses extends Clauses {

  private static final int SHORTEST = 2;

  /** Tokens between a verb and its “that”: said in a statement that. */
  private static final int THAT_REACH = 15;

  /** Tokens between a naming verb and the marked name: called the plan of the minister “…”. */
  private static final int NAME_REACH = 15;

  private final ClauseEnd ends;

  TaggedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.ends = new ClauseEnd(reading, lexicon, cues, phrases);
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
  List<Content> others(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    var contents = new ArrayList<Content>();
    if (cue.isAttribution()) {
      Phrase source = phrases.startingAt(cue.last() + 1, high);
      if (source != null) {
        Link link = Link.of(source, cue, Rule.ATTRIBUTION);
        contents.add(new Content(low, cue.first(), link));
        int comma = ends.atComma(source.last(), high);
        if (comma + 1 < high) {
          contents.add(new Content(comma + 1, high, link));
        }
      }
      return contents;
    }
    Phrase before = phrases.subjectBefore(cue, low);
    int next = cue.last() + 1;
    Phrase source = before == null ? phrases.startingAt(next, high) : before;
    if (source == null) {
      return contents;
    }
    Link link = Link.of(source, cue, cue.isVerb() ? Rule.CLAUSE : Rule.NOUN);
    if (source.first() < cue.first() && next < high) {
      contents.add(new Content(next, contentEnd(cue, next, high), link));
      int told = ends.afterAddressee(next, high);
      if (told > next && told < high) {
        contents.add(new Content(told, contentEnd(cue, told, high), link));
      }
    }
    int border = Math.min(source.first(), cue.first());
    int comma = commaBefore(border, low);
    if (comma > low) {
      contents.add(new Content(low, comma, link));
    }
    return contents;
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

  /** “was announced”, “the alleged thief”. */
  private boolean isPassive(Cue cue) {
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
            && clauseStart(cue, reading.sentenceEnd(cue.first())) >= 0;
    boolean attribute =
        i >= 0
            && (pos(i).isNumber() || pos(i).isDeterminer() || pos(i).isPositiveAdjective())
            && pos(cue.last() + 1 < reading.size ? cue.last() + 1 : i).isNoun();
    return attribute || !mistagged && (i < 0 || lexicon.words("have").of(reading.lower[i]) == null);
  }

  private TokenClass pos(int token) {
    return reading.pos[token];
  }

  private @Nullable Content attributed(Cue cue, int low, int high) {
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
    boolean opens = !ends.hasVerb(low, cue.first()) && ends.hasVerb(comma, high);
    if (cue.first() > low + 1 && !opens) {
      return saidInMarks(low, cue.first()) ? null : new Content(low, cue.first(), link);
    }
    return new Content(comma < high ? comma + 1 : phrases.predicateOf(source, high), high, link);
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
    if (!reading.isListed("complementiser", cue.last() + 1)) {
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
    if (source != null) {
      Link link = Link.of(source, cue, Rule.CLAUSE);
      int start = clauseStart(cue, high);
      if (start >= 0) {
        int limit = isSubordinate(source, low) ? ends.atComma(start, high) : high;
        return List.of(new Content(start, contentEnd(cue, start, limit), link));
      }
      Content named = named(cue, high, link);
      if (named != null) {
        return List.of(named);
      }
      int main = behindComma(cue, source, low, high);
      if (main >= 0) {
        return List.of(new Content(main, contentEnd(cue, main, high), link));
      }
      int comma = commaBefore(source.first(), low);
      if (comma > low) {
        return around(cue, comma, low, high, link);
      }
    }
    int comma = commaBefore(cue.first(), low);
    if (comma > low && isFinite(cue.first()) && (source == null || !cue.takes(Frame.ADDRESSEE))) {
      Phrase inverted = phrases.startingAt(cue.last() + 1, high);
      if (inverted != null
          && endsStatement(inverted.last() + 1, high)
          && ends.hasVerb(low, comma)) {
        return List.of(new Content(low, comma, Link.of(inverted, cue, Rule.CLAUSE)));
      }
    }
    return List.of();
  }

  /**
   * “We wait,” Berg told the crowd as it began to rain: nothing more is reported without “that”.
   */
  private boolean goesWithMarked(Cue cue, @Nullable Phrase source, int low) {
    int first = source == null || source.first() > cue.first() ? cue.first() : source.first();
    return behindStatement(first, low)
        && laterThat(cue.last() + 1, reading.sentenceEnd(cue.first())) < 0;
  }

  /** Whether marked words stand before a token, a title such as “The Long River,” apart. */
  private boolean behindStatement(int token, int low) {
    for (int i = token - 1; i > low && reading.marked[i]; i--) {
      boolean longer = reading.word[i].length() > 3 || pos(i).isFinite();
      if (longer && !reading.isCapitalised(i) && reading.isWord(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * “As Berg reported, the bridge is closed”; “Berg sent a letter saying, if need be, …”: where the
   * clause begins behind a comma; -1 without one.
   */
  private int behindComma(Cue cue, Phrase source, int low, int high) {
    int comma = afterTimes(cue.last() + 1, high);
    boolean as =
        reading.isListed("report-opening", source.first() - 1)
            && opensSentence(source.first() - 1, low);
    boolean participle = pos(cue.first()).isPresentParticiple();
    if (!cue.takes(Frame.CLAUSE)
        || !(as || participle && commaBefore(cue.first(), low) < 0)
        || !reading.isComma(comma)
        || comma + 1 >= high
        || reading.marked[comma + 1]) {
      return -1;
    }
    return ends.hasVerb(comma + 1, high) ? comma + 1 : -1;
  }

  /**
   * At the start of the sentence or behind what stands before a comma there: But as …; Today, as …
   */
  private boolean opensSentence(int token, int low) {
    return token == low
        || token == low + 1 && pos(low).isConjunction()
        || reading.isComma(token - 1) && !ends.hasVerb(low, token);
  }

  /** The comma right before a token, outside or inside a closing mark; -1 when there is none. */
  private int commaBefore(int token, int low) {
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
    if (reading.isListed("relative", before) && reading.isComma(before - 1)) {
      return true;
    }
    return before >= low
        && before <= low + 1
        && lexicon.words("subordinator").of(reading.lower[before]) != null;
  }

  private boolean isFinite(int token) {
    return pos(token).isFinite();
  }

  private boolean endsStatement(int token, int high) {
    return token >= high || reading.isAny(token, ",", ".", ";");
  }

  /** “The bridge, she said, is safe”; “The bridge is safe, she said”. */
  private List<Content> around(Cue cue, int comma, int low, int high, Link link) {
    int told =
        cue.takes(Frame.ADDRESSEE) ? ends.afterAddressee(cue.last() + 1, high) : cue.last() + 1;
    int next = afterOccasion(afterTimes(told, high), high);
    if (!cue.takes(Frame.CLAUSE) && !cue.takes(Frame.THAT) || !endsStatement(next, high)) {
      return List.of();
    }
    boolean parenthesis = reading.isComma(next) && next + 1 < high && !reading.marked[next + 1];
    var contents = new ArrayList<Content>();
    if (ends.hasVerb(low, comma)
        || parenthesis
            && comma - low >= SHORTEST
            && ends.hasVerb(next, high)
            && !isOnlyTime(low, comma)) {
      contents.add(new Content(low, comma, link));
    }
    if (parenthesis && ends.hasVerb(next, high)) {
      contents.add(new Content(next + 1, contentEnd(cue, next + 1, high), link));
    }
    return contents;
  }

  /** “Five years ago, she said, …”: when it was, without what. */
  private boolean isOnlyTime(int low, int limit) {
    boolean time = false;
    for (int i = low; i < limit; i++) {
      EntityMention mention = reading.name[i];
      boolean here =
          isTime(i)
              || mention != null
                  && (mention.type() == EntityType.DATE
                      || mention.type() == EntityType.TIME
                      || mention.type() == EntityType.DURATION);
      if (!here && !pos(i).isPreposition() && !pos(i).isDeterminer() && !pos(i).isNumber()) {
        return false;
      }
      time |= here;
    }
    return time;
  }

  private int afterTimes(int from, int high) {
    int next = from;
    while (next < high
        && (pos(next).isAdverb()
            || isTime(next)
            || reading.isListed("day-preposition", next) && isTime(next + 1))) {
      next++;
    }
    return next;
  }

  /** Behind “in an interview”, “at a rally”. */
  private int afterOccasion(int next, int high) {
    if (next + 1 < high && pos(next).isPreposition() && !reading.marked[next + 1]) {
      Phrase occasion = phrases.startingAt(next + 1, high);
      return occasion == null ? next : occasion.last() + 1;
    }
    return next;
  }

  private boolean isTime(int token) {
    return token < reading.size && lexicon.words("time").of(reading.lower[token]) != null;
  }

  /** Where the clause begins that a cue governs; -1 when it governs none. */
  private int clauseStart(Cue cue, int high) {
    int next = afterTimes(cue.last() + 1, high);
    if (cue.takes(Frame.CLAUSE) && isAuxiliaryAt(next, high)) {
      return next;
    }
    if (cue.takes(Frame.ADDRESSEE_OF) && saysWhatWasDone(next, high)) {
      return next;
    }
    boolean mayBeAddressed = cue.takes(Frame.ADDRESSEE) || cue.takes(Frame.ADDRESSEE_TO);
    int after = mayBeAddressed ? afterTimes(ends.afterAddressee(next, high), high) : next;
    if (after > next && opensClause(cue, after, high)) {
      return pos(after).isInfinitiveMarker() ? next : after;
    }
    int behind = behindMedium(next, high);
    if (behind > next && cue.takes(Frame.CLAUSE) && opensClause(cue, behind, high)) {
      return behind;
    }
    boolean governs = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    int later = governs ? laterThat(next, high) : -1;
    if (cue.takes(Frame.ADDRESSEE) && later >= 0) {
      return later;
    }
    return opensClause(cue, next, high) ? next : later;
  }

  /** Behind “in a statement”, “on Twitter”; where it stands if nothing of the kind does. */
  private int behindMedium(int next, int high) {
    Phrase medium =
        next + 1 < high && pos(next).isPreposition() ? phrases.startingAt(next + 1, high) : null;
    return medium == null || lexicon.words("statement").of(reading.lower[medium.last()]) == null
        ? next
        : afterTimes(medium.last() + 1, high);
  }

  /** “accused the council of wasting money” */
  private boolean saysWhatWasDone(int next, int high) {
    for (int i = next + 1; i + 1 < Math.min(high, next + THAT_REACH); i++) {
      if (reading.isListed("deed-preposition", i)
          && pos(i + 1).isPresentParticiple()
          && !reading.marked[i]) {
        return true;
      }
      if (isFinite(i)) {
        return false;
      }
    }
    return false;
  }

  /**
   * “officials who, she said, …”; “the bridge that she said is safe”: the subject stands before.
   */
  private boolean isAuxiliaryAt(int token, int high) {
    return token < high
        && isFinite(token)
        && !reading.marked[token]
        && lexicon.words("auxiliary").of(reading.lower[token]) != null;
  }

  /** “said in a statement that”, “told a crowd in Ashton that”. */
  private int laterThat(int next, int high) {
    for (int i = next; i < Math.min(high, next + THAT_REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      if (isComplementiser(i, high)) {
        return i;
      }
      if (isFinite(i) || cues.verbAt(i) != null || reading.isAny(i, ";", ":")) {
        return -1;
      }
    }
    return -1;
  }

  /** “that” before a clause, which taggers may take for a relative pronoun. */
  private boolean isComplementiser(int token, int high) {
    return reading.isListed("complementiser", token)
        && (pos(token).isPreposition()
            || pos(token).isRelativeDeterminer() && token + 1 < high && !pos(token + 1).isVerb());
  }

  private boolean opensClause(Cue cue, int next, int high) {
    if (next >= high) {
      return false;
    }
    TokenClass pos = pos(next);
    boolean base = pos(cue.first()).isInfinitive() && !supported(cue);
    if (reading.isListed("complementiser", next) && !pos.isDeterminer()) {
      return !base && (cue.takes(Frame.THAT) || cue.takes(Frame.CLAUSE));
    }
    if (pos.isInfinitiveMarker()) {
      return !base && (cue.takes(Frame.TO) || cue.takes(Frame.ADDRESSEE_TO));
    }
    if (lexicon.words("question").of(reading.lower[next]) != null
        && (pos.isInterrogative() || pos.isPreposition())) {
      return !base && cue.takes(Frame.QUESTION);
    }
    boolean mayBeBare = cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT);
    if (!mayBeBare || base || lexicon.words("subordinator").of(reading.lower[next]) != null) {
      return false;
    }
    if (reading.marked[next]) {
      return cue.takes(Frame.CLAUSE) && goesOnUnmarked(next, high);
    }
    return ends.opensBareClause(next, high, cue.takes(Frame.CLAUSE));
  }

  /** “appeared to suggest”, “did say”: something was said all the same. */
  private boolean supported(Cue cue) {
    int i = cue.first() - 1;
    while (i > 0 && pos(i).isAdverb()) {
      i--;
    }
    if (i > 0 && pos(i).isInfinitiveMarker()) {
      return i > 0 && pos(i - 1).isVerb() && !pos(i - 1).isInfinitive();
    }
    return i >= 0 && reading.isListed("supporting-verb", i);
  }

  /** She said “clear rules” and patience would help. */
  private boolean goesOnUnmarked(int next, int high) {
    int i = next;
    while (i < high && reading.marked[i]) {
      i++;
    }
    return i < high && reading.isWord(i) && ends.hasVerb(i, high) && i - next < NAME_REACH;
  }

  /** She called the plan “…”: the thing and its name. */
  private @Nullable Content named(Cue cue, int high, Link link) {
    int next = cue.last() + 1;
    if (!cue.takes(Frame.NAME) || next >= high || !reading.isWord(next) || reading.marked[next]) {
      return null;
    }
    int i = reading.isListed("named-opening", next) ? next + 1 : next;
    int first = i;
    while (i < high && !reading.marked[i] && i - next < NAME_REACH) {
      if (isFinite(i) || reading.isAny(i, ";", ":") || reading.isListed("relative", i)) {
        return null;
      }
      i++;
    }
    if (i >= high || !reading.marked[i] || pos(first).isPreposition()) {
      return null;
    }
    i = behindMarks(i, high);
    if (i < high && reading.isListed("name-complement", i)) {
      Phrase more = phrases.startingAt(i + 1, high);
      i = more == null ? i : more.last() + 1;
    }
    return new Content(first, i, link);
  }

  /** Behind marked words and those that are listed after them: “a”, “b” and a “c”. */
  private int behindMarks(int from, int high) {
    int end = from;
    int i = from;
    while (i < high && i - end < 4) {
      if (reading.marked[i]) {
        end = i + 1;
      } else if (!reading.isComma(i) && !reading.isListed("enumeration", i)) {
        break;
      }
      i++;
    }
    return end;
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
                && reading.isListed("opening-conjunction", first)
                && !reading.marked[first])) {
      first++;
    }
    return new Content(first, withoutStop(first, limit), content.link());
  }
}
