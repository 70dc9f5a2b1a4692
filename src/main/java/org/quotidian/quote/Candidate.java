package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A content and what continues it, which may be taken or left.
 *
 * @param first first token of the content or of its cue
 * @param limit one past the last token
 * @param worth how much is gained by taking it
 */
record Candidate(List<Content> contents, int first, int limit, double worth) {

  /** What is worth most of all that ends before a token. */
  private record Best(double worth, List<Content> last, @Nullable Best before) {}

  /**
   * The contents of those that do not overlap and are worth most together, in text order. This is
   * weighted interval scheduling (Kleinberg and Tardos, Algorithm Design, 2005, section 6.1).
   */
  static List<Content> best(List<Candidate> candidates) {
    var sorted = new ArrayList<Candidate>(candidates);
    sorted.sort(Comparator.comparingInt(Candidate::limit));
    Best best = new Best(0, List.of(), null);
    var byLimit = new TreeMap<Integer, Best>();
    byLimit.put(0, best);
    for (Candidate candidate : sorted) {
      Best before = byLimit.floorEntry(candidate.first).getValue();
      double worth = before.worth + candidate.worth;
      if (worth > best.worth) {
        best = new Best(worth, candidate.contents, before);
        byLimit.put(candidate.limit, best);
      }
    }
    var contents = new ArrayList<Content>();
    for (Best part = best; part != null; part = part.before) {
      contents.addAll(part.last);
    }
    contents.sort(Comparator.comparingInt(Content::first));
    return contents;
  }
}
