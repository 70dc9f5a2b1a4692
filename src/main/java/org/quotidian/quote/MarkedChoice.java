package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among those who may have said marked words. */
interface MarkedChoice {

  /** Below this probability nobody said the words. */
  double LEAST = 0.4;

  /**
   * @param link null if it is likelier that nobody said them
   * @param probability that the choice is right; negative if none was asked
   */
  record Chosen(@Nullable Link link, double probability) {

    static final Chosen NOBODY = new Chosen(null, Draft.UNDECIDED);
  }

  /**
   * @param proposals that of the rules first, if there is one
   */
  Chosen among(List<MarkedProposal> proposals);

  /** The likeliest proposal; null for a language without weights, in which the rules decide. */
  static @Nullable MarkedChoice of(Groundwork article) {
    Decision decision = article.lexicon().decisions().marked();
    if (decision.isEmpty()) {
      return null;
    }
    var features = new MarkedFeatures(article);
    return proposals -> {
      Chosen best = Chosen.NOBODY;
      double highest = LEAST;
      for (MarkedProposal proposal : proposals) {
        double probability = decision.probability(features.of(proposal));
        if (probability > highest) {
          highest = probability;
          best = new Chosen(proposal.link(), probability);
        }
      }
      return best;
    };
  }
}
