package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.quote.CueWords.Frame;

/**
 * Finds the clauses that cues govern, in languages in which a report stands right behind its verb,
 * with a comma or without one, and goes on to the end of the sentence: 他说，桥是安全的.
 */
final class ChainedClauses extends Clauses {

  private final ListedWords words;
  private final ChainedClauseStart starts;
  private final ChainedClauseEnd ends;
  private final ChainedAttributions attributions;

  ChainedClauses(Reading reading, Lexicon lexicon, CueRow cues, Phrases phrases) {
    super(reading, lexicon, cues, phrases);
    this.words = new ListedWords(reading, lexicon);
    this.starts = new ChainedClauseStart(reading, words);
    this.ends = new ChainedClauseEnd(reading, cues, phrases, words, starts);
    this.attributions = new ChainedAttributions(reading, cues, phrases, words);
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
    return reading.wordsIn(content.first(), content.limit()) >= ChainedClauseStart.SHORTEST;
  }

  @Override
  int endByRule(Cue cue, int first, int high) {
    return ends.of(first, high);
  }

  @Override
  boolean isSourceAtEnd(int comma, int high) {
    return ends.isSourceAtEnd(comma, high);
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
    int first = starts.of(cue, high);
    if (first < 0) {
      return told(cue, link, low, high);
    }
    boolean bare = !starts.isBorder(first - 1);
    if (bare && (!phrases.canSpeak(source) || ends.isWill(cue, low))) {
      return null; // “损失预计将达到…”, “他将宣布…”
    }
    if (relays(cue, source) && attributions.isSaidByOthers(first, high)) {
      return null; // “《世界报》报道，总理表示，…”
    }
    if (reading.is(first - 1, ":") && !reading.marked[first]) {
      return new Content(first, high, Link.of(source, cue, Rule.SOURCE_COLON), true);
    }
    int limit = contentEnd(cue, first, high);
    return isAllMarked(first, limit) ? null : new Content(first, limit, link);
  }

  /** “报道称”: what looks like a verb before another is its subject. */
  private boolean isSubjectOfNext(Cue cue, int low) {
    return cues.verbAt(cue.last() + 1) != null
        && (cue.first() == low || !reading.isWord(cue.first() - 1))
        && lexicon.sources().longestAt(reading.lower, cue.first(), cue.last() + 1) != null;
  }

  /** Whether a text or a medium may pass on the words of others. */
  private boolean relays(Cue cue, Phrase source) {
    String last = reading.lower[source.last()];
    boolean medium = reading.is(source.last(), "》");
    for (int i = 0; i < last.length(); i++) {
      medium |= lexicon.words(WordKind.MEDIUM).of(last.substring(i)) != null;
    }
    return medium
        || phrases.isDocument(source)
        || words.isAny(WordKind.MEDIA_VERB, cue.first(), cue.last() + 1);
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

  /** “桥是安全的，他说。”: nothing follows the verb, and the clause stands before its source. */
  private @Nullable Content told(Cue cue, Link link, int low, int high) {
    int comma = link.source().first() - 1;
    while (comma > low
        && (words.isAny(WordKind.TIME, comma, high) || reading.pos[comma].isAdverb())) {
      comma--;
    }
    return reading.wordsIn(cue.last() + 1, high) == 0
            && cue.takes(Frame.CLAUSE)
            && link.source().first() < cue.first()
            && comma > low
            && reading.isComma(comma)
            && !isAllMarked(low, comma)
            && !reading.marked[comma - 1]
        ? new Content(low, comma, link)
        : null;
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
