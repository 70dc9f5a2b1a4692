package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the words around a reporting clause that is set off by commas, in languages with
 * part-of-speech tags: <i>The bridge, she said, is safe</i>.
 */
final class TaggedParentheses {

  private final TaggedClauses clauses;
  private final Reading reading;
  private final Lexicon lexicon;
  private final Phrases phrases;
  private final BareClause bare;
  private final ClauseEnd ends;
  private final TaggedClauseStart starts;

  TaggedParentheses(TaggedClauses clauses, TaggedClauseStart starts) {
    this.clauses = clauses;
    this.reading = clauses.reading;
    this.lexicon = clauses.lexicon;
    this.phrases = clauses.phrases;
    this.bare = clauses.bare;
    this.ends = clauses.ends;
    this.starts = starts;
  }

  /** “The bridge is safe, said Anna Berg”; “By contrast, said Anna Berg, the road is closed.” */
  List<Content> inverted(Cue cue, @Nullable Phrase subject, int low, int high) {
    int comma = clauses.commaBefore(cue.first(), low);
    Phrase source =
        comma > low && reading.pos[cue.first()].isFinite()
            ? phrases.startingAt(cue.last() + 1, high)
            : null;
    if (source == null
        || !endsStatement(source.last() + 1, high)
        || subject != null && (cue.takes(Frame.ADDRESSEE) || !maySpeak(source))) {
      return List.of();
    }
    Link link = Link.of(source, cue, Rule.CLAUSE);
    int verb = phrases.predicateOf(source, high);
    boolean predicate = verb < high && reading.pos[verb].isFinite() && !reading.marked[verb];
    if (bare.hasVerb(low, comma)) {
      return subject == null || !predicate ? List.of(new Content(low, comma, link)) : List.of();
    }
    int rest = predicate ? verb : source.last() + 2;
    boolean parenthesis =
        reading.isComma(source.last() + 1)
            && commaBetween(low, comma) < 0
            && rest < high
            && !reading.marked[rest]
            && bare.hasVerb(rest, high);
    return parenthesis
        ? List.of(new Content(rest, clauses.contentEnd(cue, rest, high), link))
        : List.of();
  }

  /**
   * “As Berg reported, the bridge is closed”; “Berg sent a letter saying, if need be, …”: where the
   * clause begins behind a comma; -1 without one.
   */
  int behindComma(Cue cue, Phrase source, int low, int high) {
    boolean as =
        reading.isListed(WordKind.REPORT_OPENING, source.first() - 1)
            && opensSentence(source.first() - 1, low);
    int comma = // “As Berg said in March, …”
        as ? afterOccasions(cue.last() + 1, high) : starts.afterTimes(cue.last() + 1, high);
    boolean participle =
        reading.pos[cue.first()].isPresentParticiple()
            && !reading.isListed(
                WordKind.AUXILIARY, cue.first() - 1); // “her fears are worrying, …”
    boolean condition = // “Berg said, if need be, …”
        reading.isComma(comma)
            && comma + 1 < high
            && reading.pos[comma + 1].isPreposition()
            && ends.atComma(comma + 1, high) < high;
    if (!cue.takes(Frame.CLAUSE) && !(as && cue.takes(Frame.THAT))
        || !(as || condition || participle && clauses.commaBefore(cue.first(), low) < 0)
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
        || token == low + 1 && reading.pos[low].isConjunction()
        || reading.isComma(token - 1) && !bare.hasVerb(low, token);
  }

  /** Somebody, or a document: “…, says research.” */
  private boolean maySpeak(Phrase source) {
    return phrases.canSpeak(source) || lexicon.sources().of(reading.lower[source.last()]) != null;
  }

  private int commaBetween(int low, int high) {
    int comma = ends.atComma(low, high);
    return comma < high ? comma : -1;
  }

  /** “The bridge, she said, is safe”; “The bridge is safe, she said”. */
  List<Content> around(Cue cue, int comma, int low, int high, Link link) {
    int told =
        cue.takes(Frame.ADDRESSEE) ? ends.afterAddressee(cue.last() + 1, high) : cue.last() + 1;
    int next = afterOccasions(told, high);
    if (!cue.takes(Frame.CLAUSE) && !cue.takes(Frame.THAT) || !endsStatement(next, high)) {
      return List.of();
    }
    boolean more = reading.isComma(next) && next + 1 < high;
    if (more && reading.marked[next + 1] && isAnotherClause(low, comma)) {
      return List.of();
    }
    boolean parenthesis = more && !reading.marked[next + 1];
    var contents = new ArrayList<Content>();
    if (bare.hasVerb(low, comma)
        || (parenthesis || more && opensWithVerb(next + 1, high))
            && bare.hasVerb(next, high)
            && !isOnlyTime(low, comma)
            && lexicon.words(WordKind.CONNECTIVE).longestAt(reading.lower, low, comma) == null) {
      contents.add(new Content(low, comma, link));
    }
    if (parenthesis && bare.hasVerb(next, high)) {
      contents.add(new Content(next + 1, clauses.contentEnd(cue, next + 1, high), link));
    }
    return contents;
  }

  /**
   * “When the boat came, she said, “We wait.””; “She said it was late, and when asked, she said …”
   */
  private boolean isAnotherClause(int low, int comma) {
    boolean report = reading.isListed(WordKind.SUBORDINATOR, low);
    for (int i = low; i < comma; i++) {
      report |= clauses.cues.verbAt(i) != null;
    }
    return report;
  }

  /** “Five years ago, she said, …”: when it was, without what. */
  private boolean isOnlyTime(int low, int limit) {
    boolean time = false;
    for (int i = low; i < limit; i++) {
      EntityMention mention = reading.name[i];
      boolean here =
          starts.isTime(i)
              || mention != null
                  && (mention.type() == EntityType.DATE
                      || mention.type() == EntityType.TIME
                      || mention.type() == EntityType.DURATION);
      if (!here
          && !reading.pos[i].isPreposition()
          && !reading.pos[i].isDeterminer()
          && !reading.pos[i].isNumber()) {
        return false;
      }
      time |= here;
    }
    return time;
  }

  /** Behind “in an interview on Monday”, “at a rally”. */
  int afterOccasions(int from, int high) {
    int next = starts.afterTimes(from, high);
    while (next + 1 < high && reading.pos[next].isPreposition() && !reading.marked[next + 1]) {
      Phrase occasion = phrases.startingAt(next + 1, high);
      if (occasion == null && !reading.pos[next + 1].isNumber()) {
        return next; // “she said in 2014”
      }
      int last = occasion == null ? next + 1 : occasion.last();
      next = behindTitle(starts.afterTimes(last + 1, high), high);
    }
    return next;
  }

  /** “she said on the programme “Morning News””: names in marks, up to the end of the sentence. */
  private int behindTitle(int from, int high) {
    int next = from;
    while (next < high
        && reading.marked[next]
        && (!reading.isWord(next) || reading.isCapitalised(next))) {
      next++;
    }
    return next >= high || !reading.marked[next] ? next : from;
  }

  /** “The bridge, she said, “is safe””: the marked words lack their subject. */
  private boolean opensWithVerb(int from, int high) {
    int next = from;
    while (next < high && !reading.isWord(next)) {
      next++;
    }
    return next < high && reading.pos[next].isFinite();
  }

  private boolean endsStatement(int token, int high) {
    boolean announces = reading.is(token, ";") && token + 1 < high && reading.marked[token + 1];
    return token >= high
        || (reading.isAny(token, ",", ".", ";") || reading.isDash(token)) && !announces;
  }
}
