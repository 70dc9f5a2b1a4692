package org.quotidian.quote;

/** Tells whether a report has nothing to do with marked words in its sentence. */
record ApartReports(Reading reading, Lexicon lexicon) {

  /**
   * “a dit non et construit “une ville””: where complementisers open clauses, a verb of the writer
   * or a comma parts a report from the marked words unless a colon announces them.
   */
  boolean isBefore(Cue cue, int first) {
    if (!lexicon.traits().complementisersOpenClauses() || reading.isAnnounced(first)) {
      return false;
    }
    int limit = reading.isComma(first - 1) ? first - 1 : first; // “Même si, a dit Berg, “…””
    for (int i = cue.last() + 1; i < limit; i++) {
      if (!reading.marked[i] && (reading.pos[i].isFinite() || reading.isAny(i, ",", ":", ";"))) {
        return true;
      }
    }
    return false;
  }

  /** The same behind marked words: “una ville” est née et Berg a dit. */
  boolean isBehind(int limit, Cue cue) {
    for (int i = limit; i < cue.first() && lexicon.traits().complementisersOpenClauses(); i++) {
      if (!reading.marked[i] && reading.pos[i].isFinite()) {
        return true;
      }
    }
    return false;
  }
}
