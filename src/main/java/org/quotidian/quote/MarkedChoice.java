package org.quotidian.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among those who may have said marked words. */
interface MarkedChoice {

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

  /** By the weights of the language; null for one without weights, in which the rules decide. */
  static @Nullable MarkedChoice of(Groundwork article) {
    Decision decision = article.lexicon().decisions().marked();
    return decision.isEmpty() ? null : new LikeliestSource(decision, new MarkedFeatures(article));
  }
}
