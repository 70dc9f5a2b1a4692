package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds where what is reported begins, if the marked words are only its end. */
record ReportedStart(Reading reading, Lexicon lexicon, CueRow cues) {

  ReportedStart(Groundwork article) {
    this(article.reading(), article.lexicon(), article.cues());
  }

  /** Tokens between a verb and the marked end of what it governs. */
  private static final int LONGEST_OBJECT = 12;

  /** Where the whole of what is reported begins; -1 when the marked words are all. */
  int of(MarkedWords marked, @Nullable Link link, boolean adjacent) {
    int part = partOf(marked, link);
    return part < 0 && adjacent ? sentenceAround(marked) : part;
  }

  /** | The plan, though, is “far too slow,” Berg said: the sentence is hers from its start. */
  private int sentenceAround(MarkedWords marked) {
    int low = reading.sentenceBegin(marked.first());
    if (lexicon.traits().marksHoldTerms()
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
   * Where the reported words begin of which the marked ones are only the end, as in: Berg attacked
   * | the plan as “…”; -1 when the marked words are all.
   */
  private int partOf(MarkedWords marked, @Nullable Link link) {
    Phrase cue = link == null ? null : link.cue();
    Cue words = link == null ? null : link.words();
    boolean addressed = words != null && words.takes(CueWords.Frame.ADDRESSEE);
    if (lexicon.traits().marksHoldTerms()
        || lexicon.traits().commasOpenClauses()
        || marked.alone()
        || cue == null
        || addressed
        || cue.last() + 1 >= marked.first()
        || marked.first() - cue.last() > LONGEST_OBJECT
        || reading.sentence[cue.last()] != reading.sentence[marked.first()]) {
      return -1;
    }
    for (int i = cue.last() + 1; i < marked.first(); i++) {
      boolean border =
          !reading.isWord(i)
              || reading.marked[i]
              || reading.pos[i].isFinite()
              || cues.at(i) != null;
      if (border) {
        return -1;
      }
    }
    return reading.pos[cue.last() + 1].isPreposition() ? -1 : cue.last() + 1;
  }
}
