package org.quotidian.quote;

import java.util.List;

/**
 * What was learnt for a language, from the files in its folder. Without a file, the rules decide.
 *
 * @param ends whether a content ends at a border inside its sentence
 * @param clauses whether somebody said the words that a cue may govern
 * @param marked whether somebody said words in quotation marks
 * @param confidence whether words and speaker of a quote are right that the rules alone found
 */
record Decisions(Decision ends, Decision clauses, Decision marked, Decision confidence) {

  static final String ENDS = "end-weights.tsv";
  static final String CLAUSES = "clause-weights.tsv";
  static final String MARKED = "marked-weights.tsv";

  static final String CONFIDENCE = "confidence-weights.tsv";

  static final Decisions NONE =
      new Decisions(Decision.NONE, Decision.NONE, Decision.NONE, Decision.NONE);

  static Decisions read(Lists lists) {
    return new Decisions(
        new Decision(lists.rows(ENDS)),
        new Decision(lists.rows(CLAUSES)),
        new Decision(lists.rows(MARKED)),
        new Decision(lists.rows(CONFIDENCE)));
  }

  /** Where contents end, as it was learnt for a language; the rules decide what was said. */
  static Decisions ends(String language) {
    return NONE.withEnds(new Lists(language).rows(ENDS));
  }

  Decisions withEnds(List<List<String>> rows) {
    return new Decisions(new Decision(rows), clauses, marked, confidence);
  }

  Decisions withClauses(List<List<String>> rows) {
    return new Decisions(ends, new Decision(rows), marked, confidence);
  }
}
