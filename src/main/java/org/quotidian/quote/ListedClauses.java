package org.quotidian.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/** Finds the clauses that cues govern, in languages without part-of-speech tags. */
final class ListedClauses extends Clauses {

  /** Tokens between a comma, a subject and its verb. */
  private static final int NEAR = 8;

  /** Words; what is shorter is an object, not a clause. */
  private static final int SHORTEST = 3;

  /** Words; what is shorter before a comma is an adverbial, not a clause. */
  private static final int SHORTEST_BEFORE = 6;

  /** Tokens of a content in which its end is looked for; longer sentences are lists. */
  private static final int REACH = 300;

  private final ListedWords words;
  private final ListedClauseStart starts;
  private final ListedAttributions attributions;
  private final UnmarkedSpeech speech;

  ListedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.words = new ListedWords(reading, lexicon);
    this.starts = new ListedClauseStart(reading, lexicon, cues, phrases, words);
    this.attributions = new ListedAttributions(reading, lexicon, cues, phrases, words, starts);
    this.speech = new UnmarkedSpeech(reading, lexicon, cues, phrases, starts);
  }

  @Override
  List<Content> byRule(Cue cue) {
    Content content =
        switch (cue.words().kind()) {
          case ATTRIBUTION -> attributions.of(cue);
          case NOUN -> nominal(cue);
          default -> reported(cue);
        };
    return content == null ? List.of() : List.of(content);
  }

  @Override
  List<Content> others(Cue cue) {
    return switch (cue.words().kind()) {
      case ATTRIBUTION -> attributions.others(cue);
      case VERB -> otherClauses(cue);
      default -> List.of();
    };
  }

  @Override
  boolean isLong(Content content) {
    return reading.wordsIn(content.first(), content.limit()) >= SHORTEST;
  }

  /** “Không người dân nào cho biết …”, “chưa có cơ quan nào xác nhận …”. */
  @Override
  boolean isNobody(Phrase source) {
    return words.isDenied(source.first(), reading.sentenceBegin(source.first()));
  }

  /** What a verb may govern although the rules do not say so. */
  private List<Content> otherClauses(Cue cue) {
    int begin = reading.sentenceBegin(cue.first());
    int high = reading.sentenceEnd(cue.first());
    Phrase listed = phrases.subjectBefore(cue, begin);
    Phrase source = listed == null ? phrases.unlistedBefore(cue, begin) : listed;
    if (source == null) {
      return List.of();
    }
    var contents = new ArrayList<Content>();
    Link link = Link.of(source, cue, Rule.CLAUSE);
    int next = starts.plain(cue, high);
    if (next < high && !reading.is(next, ":")) {
      contents.add(new Content(next, contentEnd(cue, next, high), link));
    }
    int far = starts.farComplementiser(cue.last() + 1, high);
    if (far > 0 && far < high) {
      contents.add(new Content(far, contentEnd(cue, far, high), link));
    }
    int comma = source.first() - 1;
    if (comma > begin && reading.isComma(comma)) {
      contents.add(new Content(begin, comma, link));
    }
    return contents;
  }

  /** “…, và rằng …”: a second clause of the same statement. */
  @Override
  @Nullable Content continued(Content content) {
    int high = reading.sentenceEnd(content.first());
    Cue cue = content.link().words();
    int i = content.limit();
    while (i < high && reading.isComma(i)) {
      i++;
    }
    if (cue == null
        || i + 1 >= high
        || !words.isAny(WordKind.JOINT, i, high)
        || !starts.isFarComplementiser(i + 1)) {
      return null;
    }
    var link = new Link(content.link().source(), new Phrase(i, i + 1), cue, content.link().rule());
    return trimmed(new Content(i + 2, contentEnd(cue, i + 2, high), link));
  }

  private @Nullable Content reported(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    if (speech.isAnnounced(cue, high)) {
      return speech.behind(cue);
    }
    int first = starts.of(cue, high);
    if (first < 0 || first >= high) {
      return told(cue, high);
    }
    Phrase source = phrases.subjectBefore(cue, reading.sentenceBegin(cue.first()));
    int next = cue.last() + 1;
    boolean goesOn = reading.isComma(next) || words.isAny(WordKind.ADDRESSEE_MARK, next, high);
    if (source == null || goesOn && first <= next + 1 && behindMarks(source)) {
      return null;
    }
    return new Content(first, contentEnd(cue, first, high), Link.of(source, cue, Rule.CLAUSE));
  }

  /** “Đường đã đóng, ông Hải cho biết hôm qua.”: the clause stands before its source and cue. */
  private @Nullable Content told(Cue cue, int high) {
    int begin = reading.sentenceBegin(cue.first());
    Phrase source = phrases.subjectBefore(cue, begin);
    if (!cue.takes(Frame.CLAUSE) || source == null || !isLast(cue.last() + 1, high)) {
      return null;
    }
    int low = begin;
    if (words.isAny(WordKind.OPENER, low, high)
        && reading.isComma(words.skip(WordKind.OPENER, low, high))) {
      low = words.skip(WordKind.OPENER, low, high) + 1; // Trong khi đó, …
    }
    int comma = source.first() - 1;
    boolean parted = comma > low && reading.isComma(comma);
    return parted && !holdsMark(low, comma) && reading.wordsIn(low, comma) >= SHORTEST_BEFORE
        ? new Content(low, comma, Link.of(source, cue, Rule.CLAUSE))
        : null;
  }

  /** Whether nothing but a time or whom it was told follows a cue: … với các phóng viên hôm qua. */
  private boolean isLast(int from, int high) {
    int i = from;
    while (i < high
        && (words.isAny(WordKind.TIME, i, high)
            || words.isAny(WordKind.AFTER_VERB, i, high)
            || Character.isDigit(reading.word[i].codePointAt(0)))) {
      i++;
    }
    boolean addressed = i < high && words.isAny(WordKind.ADDRESSEE_MARK, i, high);
    return reading.wordsIn(i, high) == 0 || addressed && reading.wordsIn(i, high) <= NEAR;
  }

  private boolean holdsMark(int first, int limit) {
    for (int i = first; i < limit; i++) {
      if (reading.isQuotationMark(i)) {
        return true;
      }
    }
    return false;
  }

  /** “…”, bà Lài nói, giọng nghẹn lại: she has spoken, and behind the comma the writer does. */
  private boolean behindMarks(Phrase source) {
    int before = source.first() - 1;
    return before > 0 && reading.marked[reading.isComma(before) ? before - 1 : before];
  }

  /** The end of the sentence, or where another cue of the same speaker or a source follows. */
  @Override
  int endByRule(Cue cue, int first, int high) {
    for (int i = first; i < Math.min(high, first + REACH); i++) {
      if (reading.marked[i]) {
        continue;
      }
      boolean joint =
          (words.isAny(WordKind.JOINT, i, high) || reading.isComma(i))
              && i > first
              && starts.joinsCue(i + (reading.isComma(i) ? 1 : 0), high);
      if (joint) {
        return i;
      }
      if (i > first && words.isAny(WordKind.JOINT, i, high) && starts.isFarComplementiser(i + 1)) {
        return reading.isComma(i - 1) ? i - 1 : i;
      }
      if (i > first
          && reading.isComma(i)
          && words.isAny(WordKind.WHILE, i + 1, high)
          && starts.startsReport(words.skip(WordKind.WHILE, i + 1, high), high)) {
        return i;
      }
      if (reading.is(i, ":") && i + 1 < reading.size && reading.marked[i + 1]) {
        return i;
      }
      if (i > first && isSourceAtEnd(i, high)) {
        return i;
      }
    }
    return high;
  }

  /** “…, theo báo Sông Xanh.”, “…, báo Sông Xanh đưa tin.”: who reports it, at the end. */
  @Override
  boolean isSourceAtEnd(int comma, int high) {
    if (!reading.isComma(comma) || comma + 1 >= high || reading.marked[comma]) {
      return false;
    }
    int last = withoutStop(comma, high);
    Cue cue = cues.at(comma + 1);
    if (cue != null && cue.isAttribution()) {
      Phrase source = phrases.sourceBehind(cue, last);
      return source != null && source.last() + 1 >= last;
    }
    Phrase source = phrases.startingAt(comma + 1, last);
    Cue verb = source == null ? null : cues.verbAt(phrases.predicateOf(source, last));
    return source != null
        && verb != null
        && verb.last() + 1 >= last
        && words.onlyAdverbs(source.last() + 1, verb.first());
  }

  /** “lo ngại của các nhân viên rằng …”. */
  private @Nullable Content nominal(Cue cue) {
    int high = reading.sentenceEnd(cue.first());
    Phrase source = phrases.startingAt(cue.last() + 1, high);
    if (source == null || !words.isAny(WordKind.COMPLEMENTISER, source.last() + 1, high)) {
      return null;
    }
    return new Content(source.last() + 2, high, Link.of(source, cue, Rule.NOUN));
  }

  /** Without commas in front and the full stop behind. */
  @Override
  Content trimmed(Content content) {
    int first = content.first();
    int limit = content.limit();
    if (content.verbatim()) {
      return content;
    }
    while (first < limit
        && !reading.isWord(first)
        && !reading.marked[first]
        && !reading.is(first, "(")) {
      first++;
    }
    return new Content(first, withoutStop(first, limit), content.link());
  }
}
