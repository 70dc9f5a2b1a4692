package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds where what is reported begins, if the marked words are only its end. */
record ReportedStart(Reading reading, Lexicon lexicon, CueRow cues) {

  ReportedStart(Groundwork article) {
    this(article.reading(), article.lexicon(), article.cues());
  }

  /** Tokens between a verb and the marked end of what it governs. */
  private static final int LONGEST_OBJECT = 24;

  /** Where the whole of what is reported begins; -1 when the marked words are all. */
  int of(MarkedWords marked, @Nullable Link link, boolean adjacent) {
    int part = partOf(marked, link);
    return part < 0 && adjacent ? sentenceAround(marked) : part;
  }

  /** | The plan, though, is “far too slow,” Berg said: the sentence is hers from its start. */
  private int sentenceAround(MarkedWords marked) {
    int low = reading.sentenceBegin(marked.first());
    if (lexicon.traits().marksHoldTerms()
        || lexicon.traits().complementisersOpenClauses()
        || low == marked.first()
        || reading.opensPart(marked.first()) && !goesOn(marked)) {
      return -1;
    }
    for (int i = low; i < marked.first(); i++) {
      if (reading.marked[i] || reading.is(i, ":") || cues.at(i) != null) {
        return -1;
      }
    }
    return reading.isListed(WordKind.OPENING_CONJUNCTION, low) && low + 1 < marked.first()
        ? low + 1
        : low;
  }

  /** For now, “we wait”: the marked words do not begin a sentence. */
  private boolean goesOn(MarkedWords marked) {
    return marked.first() + 1 < marked.limit()
        && Character.isLowerCase(reading.word[marked.first() + 1].codePointAt(0));
  }

  /**
   * Where the reported words begin of which the marked ones are only a part, as in: Berg attacked |
   * the plan as “…”; -1 when the marked words are all.
   */
  private int partOf(MarkedWords marked, @Nullable Link link) {
    Phrase cue = link == null ? null : link.cue();
    if (lexicon.traits().marksHoldTerms()
        || lexicon.traits().commasOpenClauses()
        || lexicon.traits().complementisersOpenClauses()
        || marked.alone()
        || link == null
        || cue == null) {
      return -1;
    }
    int first = cue.last() + 1;
    int before = marked.first() - 1;
    if (!link.rule().isBefore()
        || first > before
        || link.source().first() >= first // described by her as “…”
        || first + LONGEST_OBJECT < before
        || reading.sentence[first] != reading.sentence[before]
        || !reading.isWord(first)
        || !reading.isWord(before)) {
      return -1;
    }
    for (int i = first; i < before; i++) {
      if (reading.marked[i]) {
        return -1;
      }
    }
    return first;
  }
}
