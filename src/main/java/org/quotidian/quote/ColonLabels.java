package org.quotidian.quote;

import org.jspecify.annotations.Nullable;

/** Finds who is named before a colon and words in quotation marks, with nothing but a role. */
record ColonLabels(Reading reading, Lexicon lexicon, Phrases phrases) {

  /** Tokens before a colon that may be no more than somebody's name and role. */
  private static final int LONGEST_LABEL = 12;

  ColonLabels(Groundwork article) {
    this(article.reading(), article.lexicon(), article.phrases());
  }

  /** Anna Berg: “…” at the start of a paragraph; inside of one only whoever has a name. */
  @Nullable Link before(int first, int low) {
    int colon = first - 1;
    if (colon <= low || !reading.is(colon, ":")) {
      return null;
    }
    Phrase labelled = labelled(low, colon);
    if (labelled != null) {
      return new Link(labelled, new Phrase(colon, colon), null, Rule.SOURCE_COLON);
    }
    if (colon - low > LONGEST_LABEL) {
      return null;
    }
    Phrase source = named(phrases.startingAt(low, colon), colon);
    boolean opensParagraph = low == 0 || !reading.sameParagraph(low - 1, low);
    return source != null
            && source.last() == colon - 1
            && phrases.canSpeak(source)
            && (opensParagraph || reading.namesPerson(source))
        ? new Link(source, new Phrase(colon, colon), null, Rule.SOURCE_COLON)
        : null;
  }

  /** “Anna Berg, 34, nurse:”, “And from Chairwoman Berg:”: nothing but a person and a role. */
  @Nullable Phrase labelled(int low, int colon) {
    int first = colon - 1;
    while (first > low && !isDashBetweenWords(first - 1)) {
      first--; // “What voters want – Anna Berg: “…””
    }
    boolean dashed = first > low;
    if (colon - first > LONGEST_LABEL) {
      return null;
    }
    if (reading.isListed(WordKind.OPENING_CONJUNCTION, first)) {
      first++;
    }
    if (reading.pos[first].isPreposition()) {
      first++;
    } else if (dashed && first + 1 < colon && reading.pos[first + 1].isPreposition()) {
      first += 2; // “What voters want – More from Anna Berg: “…””
    }
    Phrase name = phrases.startingAt(first, colon);
    if (name == null
        || !reading.namesPerson(name)
            && !(dashed && name.last() == colon - 1 && reading.isCapitalised(name.last()))) {
      return null;
    }
    int next = name.last() + 1;
    for (int i = next; i < colon; i++) {
      if (reading.pos[i].isVerb() || reading.marked[i]) {
        return null;
      }
    }
    return next == colon || reading.isComma(next) || reading.is(next, "(") ? name : null;
  }

  /** No hyphen. */
  private boolean isDashBetweenWords(int token) {
    return reading.isDash(token) && (token == 0 || reading.end[token - 1] < reading.start[token]);
  }

  /** “His wife, Anna Berg: “…””: the name set behind a description. */
  private @Nullable Phrase named(@Nullable Phrase described, int colon) {
    Phrase name =
        described != null
                && lexicon.traits().namesFollowDescriptions()
                && reading.isComma(described.last() + 1)
            ? phrases.startingAt(described.last() + 2, colon)
            : null;
    return name != null && reading.namesPerson(name) ? name : described;
  }
}
