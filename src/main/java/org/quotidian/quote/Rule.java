package org.quotidian.quote;

/** The rule by which the source of a quotation was found. The confidence is based on it. */
enum Rule {
  /** “…,” said Anna Berg. */
  VERB_SOURCE,
  /** “…,” Anna Berg said. */
  SOURCE_VERB,
  /** Anna Berg said: “…” */
  SOURCE_VERB_BEFORE,
  /** Anna Berg: “…” */
  SOURCE_COLON,
  /** Below a question, in an interview with Anna Berg. */
  ANSWER,
  /** “…” – Anna Berg */
  DASH_SOURCE,
  /** According to Anna Berg, … */
  ATTRIBUTION,
  /** The cue stands elsewhere in the sentence. */
  SAME_SENTENCE,
  /** Anna Berg's claim that … */
  NOUN,
  /** A verb that is not in the lists stands where a cue would. */
  OTHER_VERB,
  /** The clause that a cue governs. */
  CLAUSE,
  /** The quotation before went on over the paragraph's end. */
  CARRIED_ON,
  /** The one who speaks in the sentences around. */
  SAME_PARAGRAPH,
  /** The one who spoke in the paragraph before. */
  PARAGRAPH_BEFORE;

  /** Whether source and verb stand right beside the marked words. */
  boolean isAdjacent() {
    return this == VERB_SOURCE || this == SOURCE_VERB || this == DASH_SOURCE;
  }

  /** Whether a cue before the marked words, in their sentence, connects them with the source. */
  boolean isBefore() {
    return this == SOURCE_VERB_BEFORE || this == NOUN || this == OTHER_VERB;
  }

  /** Whether nothing in their own sentence says that the words were said. */
  boolean isDoubtful() {
    return this == SAME_PARAGRAPH || this == PARAGRAPH_BEFORE || this == OTHER_VERB;
  }
}
