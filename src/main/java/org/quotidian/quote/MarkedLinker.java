package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds the source of words in quotation marks: the nearest one in a reporting clause. */
final class MarkedLinker {

  /** Tokens from a verb to the name that it gives. */
  private static final int NAME_REACH = 12;

  /** Tokens around the marked words in which a source is looked for. */
  private static final int REACH = 90;

  /** Words; fewer behind a word are hardly a sentence. */
  private static final int SHORTEST_SENTENCE = 8;

  private final Reading reading;
  private final Lexicon lexicon;
  private final CueRow cues;
  private final Phrases phrases;
  private final ListedWords listed;
  private final SourceBefore before;
  private final ColonLabels labels;
  private final SourceBehind behind;

  MarkedLinker(Groundwork article) {
    this.reading = article.reading();
    this.lexicon = article.lexicon();
    this.cues = article.cues();
    this.phrases = article.phrases();
    this.listed = new ListedWords(reading, lexicon);
    this.before = new SourceBefore(article);
    this.labels = new ColonLabels(article);
    this.behind = new SourceBehind(article);
  }

  /**
   * The source that the sentence itself gives.
   *
   * @param first first token of the marked words, marks included
   * @param limit one past their last token
   */
  @Nullable Link find(int first, int limit) {
    int low = Math.max(reading.sentenceBegin(first), first - REACH);
    int high =
        reading.is(first - 1, ":")
            ? reading.sentenceEnd(limit - 1)
            : behind.sentenceEndAfter(limit);
    high = Math.min(high, limit + REACH);
    Cue naming = lexicon.traits().marksHoldTerms() ? null : cues.verbAt(first - 1);
    if (naming != null && naming.takes(CueWords.Frame.NAME)) {
      Link named =
          before.leftOf(first, low, first, first); // in what Berg called “a mess,” Reed said
      if (named != null && named.words() == naming) {
        return named;
      }
    }
    Link cued = lexicon.traits().modifiersFirst() ? announced(first, limit, low) : null;
    if (cued != null) {
      return cued;
    }
    Link link =
        !lexicon.traits().marksHoldTerms() || opensStatement(first, limit, low)
            ? behind.rightOf(limit, high)
            : null;
    if (link == null) {
      link = behind.closing(limit);
    }
    if (link == null) {
      link = behind.dashed(limit, high);
    }
    if (link == null) {
      link = behind.bracketed(limit);
    }
    if (link == null) {
      link = labels.before(first, low);
    }
    if (link == null) {
      link =
          lexicon.traits().marksHoldTerms()
              ? before.closeBefore(first, limit, low)
              : before.leftOf(first, low, high, limit);
    }
    if (link == null && lexicon.traits().marksHoldTerms()) {
      Link named = named(first, low);
      return named == null ? namedBehind(limit, low, high) : named;
    }
    return link;
  }

  /** “她说，“…””: a cue with a comma or colon right before the words is theirs. */
  private @Nullable Link announced(int first, int limit, int low) {
    boolean border = reading.isAnnounced(first) || reading.isComma(first - 1);
    Link link = border && first > low ? before.closeBefore(first, limit, low) : null;
    return link != null && (reading.isAnnounced(first) || before.isRightBefore(link, first - 1))
        ? link
        : null;
  }

  /** “nannte den Bericht der Stadt eine “Ente””: what somebody calls something. */
  private @Nullable Link named(int first, int low) {
    for (int i = first - 1; i >= Math.max(low, first - NAME_REACH); i--) {
      Cue cue = cues.verbAt(i);
      if (cue != null) {
        boolean naming = cue.takes(CueWords.Frame.NAME) && !cue.refused();
        Link link = naming ? linked(cue, low, first, Rule.SOURCE_VERB_BEFORE) : null;
        return link != null && phrases.canSpeak(link.source()) ? link : null;
      }
      if (reading.marked[i] || reading.isAny(i, ",", ":", ";")) {
        return null;
      }
    }
    return null;
  }

  /** “den Bericht als “Ente” bezeichnet” */
  private @Nullable Link namedBehind(int limit, int low, int high) {
    Cue cue = limit < high ? cues.verbAt(limit) : null;
    Phrase source =
        cue == null || cue.refused() || !cue.takes(CueWords.Frame.NAME)
            ? null
            : phrases.subjectBefore(cue, low);
    return source == null || cue == null || !phrases.canSpeak(source)
        ? null
        : Link.of(source, cue, Rule.SOURCE_VERB);
  }

  /** The source of the nearest cue before marked words in their sentence. */
  @Nullable Link cueBefore(int first) {
    int low = Math.max(reading.sentenceBegin(first), first - REACH);
    for (int i = first - 1; i >= low; i--) {
      Cue named = listed.isAny(WordKind.NAMING, i, first) ? Cue.assumedAt(i) : null;
      Cue cue = cues.at(i) == null ? named : cues.at(i);
      if (cue != null) {
        return linked(cue, low, first, Rule.SOURCE_VERB_BEFORE);
      }
    }
    return null;
  }

  /** The source of the nearest cue behind marked words in their sentence. */
  @Nullable Link cueBehind(int limit) {
    int high = Math.min(behind.sentenceEndAfter(limit), limit + REACH);
    for (int i = limit; i < high; i++) {
      Cue cue = cues.at(i);
      if (cue != null) {
        return linked(cue, limit, high, Rule.SOURCE_VERB);
      }
    }
    return null;
  }

  private @Nullable Link linked(Cue cue, int low, int high, Rule rule) {
    if (cue.isAttribution()) {
      Phrase source = phrases.sourceBehind(cue, high);
      return source == null ? null : Link.of(source, cue, Rule.ATTRIBUTION);
    }
    Phrase source = phrases.subjectBefore(cue, low);
    if (source == null) {
      source = phrases.unlistedBefore(cue, low);
    }
    if (source == null) {
      source = phrases.startingAt(cue.last() + 1, high);
    }
    return source == null ? null : Link.of(source, cue, rule);
  }

  /**
   * Whether marked words begin a sentence or a part of one: not a term inside it. Behind a caption
   * without a stop they do if they are a sentence themselves.
   */
  private boolean opensStatement(int first, int limit, int low) {
    return first <= low || !reading.isWord(first - 1) || isSentence(first + 1, limit);
  }

  private boolean isSentence(int first, int limit) {
    if (reading.wordsIn(first, limit) < SHORTEST_SENTENCE || !reading.isCapitalised(first)) {
      return false;
    }
    for (int i = first; i < limit; i++) {
      if (listed.isAny(WordKind.CLAUSE_SIGN, i, limit)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The source of words that the sentence before announced with a colon.
   *
   * @param colon its last token
   */
  @Nullable Link announced(int colon) {
    return before.announced(colon);
  }
}
