package org.quotidian.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words that a cue governs: a run of tokens ({@code limit} exclusive) and its source.
 *
 * @param verbatim whether they are given word for word without quotation marks, after a colon
 * @param probability that somebody said them, by a {@link Decision}; negative if none was asked
 */
record Content(int first, int limit, Link link, boolean verbatim, double probability) {

  Content(int first, int limit, Link link, boolean verbatim) {
    this(first, limit, link, verbatim, Draft.UNDECIDED);
  }

  Content(int first, int limit, Link link) {
    this(first, limit, link, false);
  }

  Content withProbability(double probability) {
    return new Content(first, limit, link, verbatim, probability);
  }

  /** Both lists by position; of two that overlap the one of {@code stronger} stays. */
  static List<Content> merged(List<Content> weaker, List<Content> stronger) {
    var all = new ArrayList<Content>(stronger);
    int next = 0;
    var sorted = new ArrayList<Content>(weaker);
    sorted.sort(Comparator.comparingInt(Content::first));
    for (Content content : sorted) {
      while (next < stronger.size() && stronger.get(next).limit() <= content.first()) {
        next++;
      }
      if (next == stronger.size() || stronger.get(next).first() >= content.limit()) {
        all.add(content);
      }
    }
    all.sort(Comparator.comparingInt(Content::first));
    return all;
  }
}
