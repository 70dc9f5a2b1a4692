package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Decides by rules whether marked words were said. */
record MarkedSpeech(Reading reading, Lexicon lexicon, CueRow cues) {

  MarkedSpeech(Groundwork article) {
    this(article.reading(), article.lexicon(), article.cues());
  }

  /** Words; fewer, without a source of their own, are a term or a name. */
  private static final int SHORTEST_DOUBTFUL = 3;

  /**
   * Words; fewer, without any source, are left out, and, where marks seldom hold terms, all that
   * are no sentence.
   */
  private static final int SHORTEST_WITHOUT_SOURCE = 5;

  /** Words; titles of works are not longer. */
  private static final int LONGEST_TITLE = 7;

  /**
   * Whether the words are speech: not a term, a nickname, irony or the title of a work.
   *
   * @param adjacent whether source and verb stand right beside them
   * @param next the clause that follows or holds them; null behind the last
   */
  boolean isSaid(
      MarkedWords marked, @Nullable Link link, boolean adjacent, @Nullable Content next) {
    if (namesItself(marked.first())) {
      return false;
    }
    if (link != null
        && link.source().first() >= marked.first()
        && link.source().last() < marked.limit()) {
      return false; // as “The Herald” reports
    }
    boolean doubtful = link == null || link.rule().isDoubtful();
    boolean utterance = marked.alone() && endsStatement(marked.limit());
    boolean title = titleCase(marked.first(), marked.limit());
    int words = marked.words();
    if (title && !reading.opensPart(marked.first()) && isName(marked.first(), link, next)) {
      return false;
    }
    if (doubtful
        && !utterance
        && (words < SHORTEST_DOUBTFUL || words == SHORTEST_DOUBTFUL && title)) {
      return false;
    }
    if (title && words >= 2) {
      boolean mayBeTitle =
          doubtful
              ? words <= LONGEST_TITLE
              : words < LONGEST_TITLE
                  && (!adjacent || !reading.opensPart(marked.first()) || governs(link, next))
                  && (!directlyAfterCue(marked.first()) || governs(link, next));
      if (mayBeTitle) {
        return false;
      }
    }
    if (link != null
        && link.rule() == Rule.SAME_SENTENCE
        && words < SHORTEST_DOUBTFUL
        && !directlyAfterCue(marked.first())) {
      return false;
    }
    boolean fragment =
        !marked.alone()
            && link != null
            && link.cue() == null
            && !reading.isAnnounced(marked.first());
    if (fragment && lexicon.traits().verbsHaveGroups()) {
      return false;
    }
    if (lexicon.traits().verbsHaveGroups()
        && !adjacent
        && words < SHORTEST_DOUBTFUL
        && !utterance
        && !reading.isAnnounced(marked.first())
        && cues.before(marked.first()) == null) {
      return false;
    }
    if (link != null && link.rule() == Rule.OTHER_VERB && !utterance) {
      if (link.source().first() >= marked.limit()
          && marked.first() == reading.sentenceBegin(marked.first())) {
        return true; // “We wait,” the mayor snapped
      }
      return words >= LONGEST_TITLE || isAnnouncing(marked.first() - 1);
    }
    return link != null
        || words >= SHORTEST_WITHOUT_SOURCE
            && (utterance || lexicon.traits().marksHoldTerms())
            && !isListed(marked);
  }

  /** The yard, which calls itself the “smallest in the country”. */
  private boolean namesItself(int first) {
    return reading.isListed(WordKind.OWN_NAME, first - 1)
        || reading.isListed(WordKind.OWN_NAME, first - 2) && reading.pos[first - 1].isDeterminer();
  }

  /** On the network's “Breakfast”; Berg, host of “Breakfast,” said that … */
  private boolean isName(int first, @Nullable Link link, @Nullable Content next) {
    return reading.pos[first - 1].isPossessiveMarker()
        || governs(link, next) && link != null && link.rule().isAdjacent();
  }

  /** The programme had three songs: “…”, “…” and “…”. */
  private boolean isListed(MarkedWords marked) {
    int next = marked.limit();
    return reading.isAnnounced(marked.first())
        && next < reading.size
        && reading.sentence[next] == reading.sentence[marked.first()]
        && (reading.isComma(next)
            || reading.is(next, "(")
            || lexicon.words(WordKind.CONJUNCTION).of(reading.lower[next]) != null);
  }

  /** In the book “…,” Berg said that …: the cue has words of its own behind it. */
  private static boolean governs(@Nullable Link link, @Nullable Content content) {
    return link != null
        && link.words() != null
        && content != null
        && content.link().words() == link.words();
  }

  private boolean endsStatement(int limit) {
    char last = reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2));
    return Punctuation.isStop(last);
  }

  /** “…” right behind a comma, a colon or a cue, or as the name that a cue gives. */
  private boolean directlyAfterCue(int first) {
    if (first > 0 && isAnnouncing(first - 1)) {
      return true;
    }
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        return cue.takes(CueWords.Frame.NAME) || cue.last() == first - 1;
      }
    }
    return false;
  }

  private boolean isAnnouncing(int token) {
    return reading.isAny(token, ",", ":") || reading.isListed(WordKind.NAMING, token);
  }

  /** “Come in,” with a comma or stop before the closing mark. */
  private boolean endsClause(int limit) {
    return ",.!?…".indexOf(reading.text.charAt(Math.max(0, reading.end[limit - 1] - 2))) >= 0;
  }

  /** Whether every longer word and verb has a capital, as in titles; at least two must. */
  private boolean titleCase(int first, int limit) {
    int capitals = 0;
    for (int i = first; i < limit; i++) {
      boolean longer = reading.word[i].length() > 3 || reading.pos[i].isFinite();
      if (longer
          && Character.isLetter(reading.word[i].codePointAt(0))
          && !reading.isCapitalised(i)) {
        return false;
      }
      capitals += reading.word[i].length() > 2 && reading.isCapitalised(i) ? 1 : 0;
    }
    boolean opens = first == reading.sentenceBegin(first) && endsClause(limit);
    return capitals >= 2 || reading.wordsIn(first, limit) < 3 && !opens;
  }
}
