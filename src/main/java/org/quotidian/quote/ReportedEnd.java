package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds where what is reported ends, if the marked words are only a part of it. */
record ReportedEnd(Reading reading, Clauses clauses) {

  ReportedEnd(Groundwork article) {
    this(article.reading(), article.clauses());
  }

  /**
   * Berg attacked the plan as “…” for the whole town |: where it ends in the text; behind the marks
   * if nothing more is reported.
   *
   * @param next what a cue governs behind the marked words; null behind the last
   */
  int of(MarkedWords marked, @Nullable Link link, @Nullable Content next) {
    int limit = marked.limit();
    int high = reading.sentenceEnd(limit - 1);
    Phrase cue = link == null ? null : link.cue();
    int marks = marked.span().outer().end();
    if (link == null || cue == null || limit >= high) {
      return marks;
    }
    Cue words = link.words() == null ? Cue.assumedAt(cue.last()) : link.words();
    int end = clauses.withoutStop(marked.first(), clauses.contentEnd(words, limit - 1, high));
    return end <= limit || next != null && beginning(next, limit) < end
        ? marks
        : reading.end[end - 1];
  }

  /** Where the next report begins, with its source and its cue. */
  private static int beginning(Content next, int limit) {
    int first = next.first();
    Phrase cue = next.link().cue();
    if (next.link().source().first() > limit) {
      first = Math.min(first, next.link().source().first());
    }
    return cue == null ? first : Math.min(first, cue.first());
  }
}
