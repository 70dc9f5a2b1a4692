package org.quotidian.quote;

import java.util.List;

/**
 * What was learnt for a language, from the files in its folder. Without a file, the rules decide.
 *
 * @param ends whether a content ends at a border inside its sentence
 * @param clauses whether somebody said the words that a cue may govern
 * @param marked whether somebody said words in quotation marks
 */
record Decisions(Decision ends, Decision clauses, Decision marked) {

  static final String ENDS = "end-weights.tsv";
  static final String CLAUSES = "clause-weights.tsv";
  static final String MARKED = "marked-weights.tsv";

  static final Decisions NONE = new Decisions(Decision.NONE, Decision.NONE, Decision.NONE);

  static Decisions read(Lists lists) {
    return new Decisions(
        new Decision(lists.rows(ENDS)),
        new Decision(lists.rows(CLAUSES)),
        new Decision(lists.rows(MARKED)));
  }

  Decisions withEnds(List<List<String>> rows) {
    return new Decisions(new Decision(rows), clauses, marked);
  }

  Decisions withClauses(List<List<String>> rows) {
    return new Decisions(ends, new Decision(rows), marked);
  }
}
