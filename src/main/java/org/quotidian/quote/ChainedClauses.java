package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the clauses that cues govern, in languages in which a report stands right behind its verb,
 * with a comma or without one, and goes on to the end of the sentence: 他说，桥是安全的.
 */
final class ChainedClauses extends Clauses {

  private static final int SHORTEST = 2; // tokens

  /** Tokens between a verb of telling and the comma behind the one spoken to. */
  private static final int ADDRESSEE_REACH = 16;

  private final ListedWords words;
  private final ChainedAttributions attributions;
  private final WordTree<SourceNoun> sources;

  ChainedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.words = new ListedWords(reading, lexicon);
    this.attributions = new ChainedAttributions(reading, cues, phrases, words);
    this.sources = lexicon.sources();
  }

  @Override
  List<Content> byRule(Cue cue) {
    Content content =
        switch (cue.words().kind()) {
          case ATTRIBUTION -> ofAttribution(cue);
          case VERB -> ofVerb(cue);
          default -> null;
        };
    return content == null ? List.of() : List.of(content);
  }

  @Override
  boolean isLong(Content content) {
    return reading.wordsIn(content.first(), content.limit()) >= SHORTEST;
  }

  private @Nullable Content ofAttribution(Cue cue) {
    Content content = attributions.of(cue);
    return content == null
        ? null
        : new Content(
            content.first(),
            contentEnd(cue, content.first(), behindMarks(content.limit())),
            content.link());
  }

  /** Where marked words end, or here: a sentence may end in them. */
  private int behindMarks(int limit) {
    int end = limit;
    while (end < reading.size
        && reading.marked[end - 1]
        && reading.marked[end]
        && reading.sameParagraph(end - 1, end)) {
      end++;
    }
    return end;
  }

  /** “报道称”: what looks like a verb before another is its subject. */
  private boolean isSubjectOfNext(Cue cue, int low) {
    return cues.verbAt(cue.last() + 1) != null
        && (cue.first() == low || !reading.isWord(cue.first() - 1))
        && sources.longestAt(reading.lower, cue.first(), cue.last() + 1) != null;
  }

  private @Nullable Content ofVerb(Cue cue) {
    int low = reading.sentenceBegin(cue.first());
    int high = behindMarks(reading.sentenceEnd(cue.first()));
    if (attributions.completes(cue, low) || isSubjectOfNext(cue, low)) {
      return null;
    }
    Phrase source = phrases.subjectBefore(cue, low);
    if (source == null) {
      return null;
    }
    Link link = Link.of(source, cue, Rule.CLAUSE);
    int first = start(cue, high);
    if (first < 0) {
      return told(cue, link, low, high);
    }
    if (!isBorder(first - 1) && !phrases.canSpeak(source)) {
      return null; // “损失预计将达到…”
    }
    if (reading.is(first - 1, ":") && !reading.marked[first]) {
      return new Content(first, high, Link.of(source, cue, Rule.SOURCE_COLON), true);
    }
    boolean relays = // “《世界报》报道，总理表示，…”
        phrases.isDocument(source) || words.isAny(WordKind.MEDIA_VERB, cue.first(), cue.last() + 1);
    if (relays && attributions.isSaidByOthers(first, high)) {
      return null;
    }
    int limit = contentEnd(cue, first, high);
    return isAllMarked(first, limit) ? null : new Content(first, limit, link);
  }

  /** Marked words with nothing else are found as such. */
  private boolean isAllMarked(int first, int limit) {
    for (int i = first; i < limit; i++) {
      if (!reading.marked[i] && reading.isWord(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where what a verb reports begins; -1 if nothing follows. */
  private int start(Cue cue, int high) {
    int next = behindVerb(cue, high);
    if (next >= high || words.isAny(WordKind.AFTER_NOUN, next, high)) {
      return -1;
    }
    if (isBorder(next)) {
      boolean comma = cue.takes(Frame.CLAUSE) || cue.takes(Frame.COMMA);
      return comma && hasWords(next + 1, high) ? next + 1 : -1;
    }
    if (cue.takes(Frame.ADDRESSEE)) {
      for (int i = next; i < Math.min(high, next + ADDRESSEE_REACH); i++) {
        if (isBorder(i) && !reading.marked[i]) {
          return hasWords(i + 1, high) ? i + 1 : -1;
        }
        if (reading.pos[i].isVerb()) {
          break;
        }
      }
    }
    return (cue.takes(Frame.CLAUSE) || cue.takes(Frame.TO)) && opensClause(cue, next, high)
        ? next
        : -1;
  }

  private boolean hasWords(int first, int high) {
    return first < high && reading.wordsIn(first, high) >= SHORTEST;
  }

  /** Behind particles and adverbs that belong to the verb: 说过, 表示说. */
  private int behindVerb(Cue cue, int high) {
    int next = cue.last() + 1;
    while (next < high && words.isAny(WordKind.AFTER_VERB, next, high)) {
      next = words.skip(WordKind.AFTER_VERB, next, high);
    }
    return next;
  }

  private boolean isBorder(int token) {
    return reading.isComma(token) || reading.is(token, ":");
  }

  /** Whether a clause begins here, not only an object: a verb stands in it, behind its subject. */
  private boolean opensClause(Cue cue, int first, int high) {
    int end = first;
    while (end < high && !(isBorder(end) && !reading.marked[end]) && !reading.is(end, ";")) {
      end++;
    }
    int from = cue.takes(Frame.TO) ? first : first + (reading.pos[first].isVerb() ? 0 : 1);
    for (int i = from; i < end; i++) {
      boolean described = words.isAny(WordKind.POSSESSION, i + 1, end); // 安全的桥
      if (reading.pos[i].isVerb() && !described) {
        return reading.wordsIn(first, end) >= SHORTEST;
      }
    }
    return false;
  }

  /** “桥是安全的，他说。”: nothing follows the verb, and the clause stands before its source. */
  private @Nullable Content told(Cue cue, Link link, int low, int high) {
    int comma = link.source().first() - 1;
    while (comma > low
        && (words.isAny(WordKind.TIME, comma, high) || reading.pos[comma].isAdverb())) {
      comma--;
    }
    boolean last = reading.wordsIn(cue.last() + 1, high) == 0;
    return last
            && cue.takes(Frame.CLAUSE)
            && link.source().first() < cue.first()
            && comma > low
            && reading.isComma(comma)
            && !isAllMarked(low, comma)
            && !reading.marked[comma - 1]
        ? new Content(low, comma, link)
        : null;
  }

  /** The end of the sentence, or where another cue or a remark of the writer follows a comma. */
  @Override
  int endByRule(Cue cue, int first, int high) {
    for (int i = first + 1; i < high; i++) {
      boolean border = (reading.isComma(i) || reading.is(i, ";")) && !reading.marked[i];
      if (border
          && (reportsAgain(i + 1, high)
              || words.isAny(WordKind.ASIDE, i + 1, high)
              || isSourceAtEnd(i, high))) {
        return i;
      }
    }
    return high;
  }

  /** “，并强调…”, “，他还说…”, “，而她认为…”. */
  private boolean reportsAgain(int from, int high) {
    int i = from;
    boolean joint = false;
    while (i < high && (words.isAny(WordKind.JOINT, i, high) || isAdverb(i))) {
      joint |= words.isAny(WordKind.WHILE, i, high);
      if (words.isAny(WordKind.AUXILIARY, i, high)) {
        return false; // “，并将宣布…”
      }
      i = Math.max(i + 1, words.skip(WordKind.JOINT, i, high));
    }
    Cue cue = cues.verbAt(i);
    if (cue == null && i < high) {
      Phrase subject = phrases.startingAt(i, high);
      boolean anew =
          subject != null
              && (joint && phrases.canSpeak(subject)
                  || reading.pos[subject.first()].isPersonalPronoun());
      cue = anew && subject != null ? cues.verbAt(phrases.predicateOf(subject, high)) : null;
    }
    return cue != null
        && !cue.refused()
        && cue.takes(Frame.QUOTE)
        && (start(cue, high) >= 0 || isMarkedBehind(cue, high));
  }

  private boolean isMarkedBehind(Cue cue, int high) {
    int next = behindVerb(cue, high);
    return next < high && reading.marked[next];
  }

  private boolean isAdverb(int token) {
    return reading.pos[token].isAdverb() || words.isAny(WordKind.BEFORE_VERB, token, token + 1);
  }

  /** “，他说。”: who reports it, at the end. */
  @Override
  boolean isSourceAtEnd(int comma, int high) {
    Phrase source = phrases.startingAt(comma + 1, high);
    Cue verb = source == null ? null : cues.verbAt(phrases.predicateOf(source, high));
    return verb != null && reading.wordsIn(verb.last() + 1, high) == 0;
  }

  @Override
  Content trimmed(Content content) {
    int first = content.first();
    while (first < content.limit()
        && !reading.isWord(first)
        && !reading.marked[first]
        && !reading.isAny(first, "(", "《")) {
      first++;
    }
    int limit = content.limit();
    while (limit > first
        && !reading.isWord(limit - 1)
        && !reading.marked[limit - 1]
        && !reading.isAny(limit - 1, "%", ")", "》")) {
      limit--;
    }
    return new Content(first, limit, content.link(), content.verbatim(), content.probability());
  }
}
