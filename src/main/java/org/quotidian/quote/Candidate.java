package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A content and what continues it, which may be taken or left.
 *
 * @param first first token of the content or of its cue
 * @param limit one past the last token
 * @param worth how much is gained by taking it
 */
record Candidate(List<Content> contents, int first, int limit, double worth) {

  /**
   * The contents of those that do not overlap and are worth most together, in text order. This is
   * weighted interval scheduling (Kleinberg and Tardos, Algorithm Design, 2005, section 6.1).
   */
  static List<Content> best(List<Candidate> candidates) {
    var sorted = new ArrayList<Candidate>(candidates);
    sorted.sort(Comparator.comparingInt(Candidate::limit));
    int size = sorted.size();
    var worth = new double[size + 1];
    var before = new int[size];
    for (int i = 0; i < size; i++) {
      before[i] = endingBefore(sorted, i);
      worth[i + 1] = Math.max(worth[i], worth[before[i]] + sorted.get(i).worth());
    }
    var best = new ArrayList<Content>();
    int i = size;
    while (i > 0) {
      if (worth[i] > worth[i - 1]) {
        best.addAll(sorted.get(i - 1).contents());
        i = before[i - 1];
      } else {
        i--;
      }
    }
    best.sort(Comparator.comparingInt(Content::first));
    return best;
  }

  /** How many of those sorted by their ends end where one of them begins, or before. */
  private static int endingBefore(List<Candidate> sorted, int one) {
    int low = 0;
    int high = one;
    while (low < high) {
      int middle = (low + high) / 2;
      if (sorted.get(middle).limit() <= sorted.get(one).first()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
