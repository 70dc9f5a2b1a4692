package org.quotidian.quote;

import org.quotidian.quote.CueWords.Frame;

/** Finds where the clause that a cue governs begins, in languages without part-of-speech tags. */
final class ListedClauseStart {

  /** Tokens between a verb and its complementiser: <i>nói với … rằng</i>. */
  private static final int COMPLEMENTISER_REACH = 20;

  /** Tokens; what is longer is hardly an object. */
  private static final int LONG = 10;

  /** Words; what is shorter is an object, not a clause. */
  private static final int SHORTEST = 3;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords words;

  ListedClauseStart(
      Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases, ListedWords words) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.cues = cues;
    this.phrases = phrases;
    this.words = words;
  }

  /** Where the clause begins that a cue governs; -1 when it governs none. */
  int of(Cue cue, int high) {
    boolean bare = cue.takes(Frame.CLAUSE);
    boolean afterComma = bare || cue.takes(Frame.COMMA);
    int next = cue.last() + 1;
    boolean complementiser = endsWithComplementiser(cue);
    while (next < high
        && words.isAny(WordKind.AFTER_VERB, next, high)
        && !words.isAny(WordKind.COMPLEMENTISER, next, high)) {
      next = words.skip(WordKind.AFTER_VERB, next, high);
    }
    if (words.isAny(WordKind.COMPLEMENTISER, next, high)) {
      return words.skip(WordKind.COMPLEMENTISER, next, high);
    }
    if (next >= high || reading.is(next, ":")) {
      return -1;
    }
    if (cue.takes(Frame.QUESTION) && words.isAny(WordKind.QUESTION, next, high)) {
      return next;
    }
    if (reading.isComma(next) && words.isAny(WordKind.COMPLEMENTISER, next + 1, high)) {
      return words.skip(WordKind.COMPLEMENTISER, next + 1, high);
    }
    if (reading.isComma(next)) {
      boolean goesOn =
          afterComma
              && !opensAdverbially(cue, next + 1, high)
              && !onlyRelays(cue, next + 1, high)
              && next + 1 < high
              && !reading.marked[next + 1]
              && !joinsCue(next + 1, high);
      return goesOn ? next + 1 : -1;
    }
    if (reading.marked[next]) {
      return bare || complementiser ? markedStart(next, high) : -1;
    }
    if (words.isAny(WordKind.ADDRESSEE_MARK, next, high)) {
      int far = complementiserAfter(next, high);
      if (far > 0) {
        return far;
      }
      boolean opens =
          bare && words.isAny(WordKind.CLAUSE_OPENER, next, high) && holdsClause(next, high);
      return opens ? next : -1;
    }
    if (!complementiser && (bare && !holdsVerb(next, high) || namesMatter(next, high))) {
      return -1;
    }
    return (bare || complementiser || afterComma && soundsLikeClause(next, high))
            && reading.isWord(next)
            && !words.isAny(WordKind.CONJUNCTION, next, high)
        ? next
        : -1;
  }

  /** Right behind the cue: behind its adverbs, a comma and a complementiser. */
  int plain(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && words.isAny(WordKind.AFTER_VERB, next, high)) {
      next = words.skip(WordKind.AFTER_VERB, next, high);
    }
    next = next < high && reading.isComma(next) ? next + 1 : next;
    return words.skip(WordKind.COMPLEMENTISER, next, high);
  }

  /** Behind the next complementiser that can stand far from its verb; -1 without one. */
  int farComplementiser(int from, int high) {
    for (int i = from; i < Math.min(high, from + COMPLEMENTISER_REACH); i++) {
      if (isFarComplementiser(i) && !reading.marked[i]) {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * “chia sẻ cô không …”, not “chia sẻ hình ảnh …”: a subject and a word that only clauses have.
   */
  private boolean soundsLikeClause(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    if (subject != null) {
      return words.isAny(WordKind.CLAUSE_SIGN, subject.last() + 1, high);
    }
    if (Character.isDigit(reading.word[next].codePointAt(0))
        || words.isAny(WordKind.OBJECT, next, high)
        || words.isAny(WordKind.CLAUSE_SIGN, next, next + 1)) {
      return false;
    }
    for (int i = next + 1; i < Math.min(high, next + LONG) && !reading.isComma(i); i++) {
      if (words.isAny(WordKind.CLAUSE_SIGN, i, high)) {
        return true;
      }
    }
    return false;
  }

  /** “tiết lộ lý do khiến …”: what was told, not the words; “tiết lộ lý do là …” is a clause. */
  private boolean namesMatter(int next, int high) {
    if (!words.isAny(WordKind.MATTER, next, high)) {
      return false;
    }
    for (int i = words.skip(WordKind.MATTER, next, high); i < high; i++) {
      if (reading.isComma(i) || words.isAny(WordKind.MATTER_RELATIVE, i, high)) {
        return true;
      }
      if (words.isAny(WordKind.CLAUSE_SIGN, i, high)) {
        return false;
      }
    }
    return true;
  }

  /** “cho biết trong năm nay cầu sẽ đóng”, not “cho biết trong một tuyên bố”. */
  private boolean holdsClause(int next, int high) {
    for (int i = next; i < high; i++) {
      if (reading.isComma(i) || reading.marked[i] || words.isAny(WordKind.CLAUSE_SIGN, i, high)) {
        return true;
      }
    }
    return high - next > LONG;
  }

  /** “khai nhận hành vi của mình” has an object, no clause. */
  private boolean holdsVerb(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    if (subject != null && reading.wordsIn(subject.last() + 1, high) >= SHORTEST) {
      return true;
    }
    for (int i = next; i < high; i++) {
      if (words.isAny(WordKind.CLAUSE_SIGN, i, high)
          || reading.marked[i]
          || reading.isComma(i)
          || i - next >= LONG) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithComplementiser(Cue cue) {
    return words.isAny(WordKind.COMPLEMENTISER, cue.last(), cue.last() + 1)
        && cue.last() > cue.first();
  }

  /** “Báo Sông Xanh đưa tin, ông Hải cho biết …”: the words are his. */
  private boolean onlyRelays(Cue cue, int next, int high) {
    Phrase medium = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    boolean relays =
        medium != null
            && (words.isAny(WordKind.MEDIUM, medium.first(), medium.last() + 1)
                || words.isAny(WordKind.MEDIA_VERB, cue.first(), cue.last() + 1));
    return relays && startsReport(next, high);
  }

  boolean startsReport(int next, int high) {
    Phrase subject = phrases.startingAt(next, high);
    Cue cue = subject == null ? null : cues.verbAt(phrases.predicateOf(subject, high));
    return subject != null && cue != null && !cue.refused() && isPredicate(subject, cue);
  }

  /** Whether only adverbs and times, or a title set off, stand between the two. */
  private boolean isPredicate(Phrase subject, Cue cue) {
    int i = subject.last() + 1;
    if (!reading.isWord(i)) {
      return true;
    }
    while (i < cue.first()) {
      int next =
          Math.max(
              words.skip(WordKind.BEFORE_VERB, i, cue.first()),
              words.skip(WordKind.TIME, i, cue.first()));
      if (next == i && !Character.isDigit(reading.word[i].codePointAt(0))) {
        return false;
      }
      i = Math.max(next, i + 1);
    }
    return true;
  }

  /** “Nói về vụ bà Mai tố, ông Hải cho biết”: the main clause begins behind the comma. */
  private boolean opensAdverbially(Cue cue, int next, int high) {
    int low = reading.sentenceBegin(cue.first());
    if (lexicon.words(WordKind.ADVERBIAL).longestAt(reading.lower, low, high) == null
        || low > 0 && cue.first() - low > COMPLEMENTISER_REACH) {
      return false;
    }
    for (int i = low; i < cue.first(); i++) {
      if (reading.isComma(i)) {
        return false;
      }
    }
    return startsReport(next, high);
  }

  /** Marked words that open a clause which goes on behind them. */
  private int markedStart(int next, int high) {
    int i = next;
    while (i < high && reading.marked[i]) {
      i++;
    }
    int count = 0;
    for (int j = i; j < high; j++) {
      count += reading.isWord(j) ? 1 : 0;
    }
    return count >= SHORTEST && reading.isWord(i) && !words.isAny(WordKind.CONJUNCTION, i, high)
        ? next
        : -1;
  }

  private int complementiserAfter(int from, int high) {
    int to = Math.min(high, from + COMPLEMENTISER_REACH);
    for (int i = from; i < to && !reading.marked[i]; i++) {
      if (cues.at(i) != null && i > from) {
        return -1;
      }
      if (lexicon.words(WordKind.FAR_COMPLEMENTISER).of(reading.lower[i]) != null) {
        return i + 1;
      }
    }
    return -1;
  }

  /** “…, đồng thời cho biết”: what follows is another cue of the same speaker, not the clause. */
  boolean joinsCue(int token, int high) {
    int i = token;
    while (i < high && i < token + 5) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return (cue.takes(Frame.CLAUSE)
                || words.isAny(WordKind.COMPLEMENTISER, cue.last() + 1, high))
            && (of(cue, high) > 0 || cue.last() + 1 < high && reading.marked[cue.last() + 1]);
      }
      int next =
          Math.max(
              words.skip(WordKind.CONJUNCTION, i, high), words.skip(WordKind.BEFORE_VERB, i, high));
      if (next == i) {
        return false;
      }
      i = next;
    }
    return false;
  }

  boolean isFarComplementiser(int token) {
    return token < reading.size
        && lexicon.words(WordKind.FAR_COMPLEMENTISER).of(reading.lower[token]) != null;
  }
}
