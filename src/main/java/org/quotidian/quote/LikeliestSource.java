package org.quotidian.quote;

import java.util.HashMap;
import java.util.List;

/**
 * Chooses among those who may have said marked words, and nobody: a conditional logit (McFadden,
 * Conditional logit analysis of qualitative choice behavior, 1974), in which nobody has the sum 0.
 * What is proposed twice, by name and by pronoun, is one person.
 */
record LikeliestSource(Decision decision, MarkedFeatures features) implements MarkedChoice {

  /** A person who is less likely has not said the words. */
  private static final double LEAST = 0.4;

  /** Whom the rules propose is taken sooner, so that a word that is added to the lists is found. */
  private static final double BY_RULE = 0.3;

  @Override
  public Chosen among(List<MarkedProposal> proposals) {
    var odds = new HashMap<String, Double>();
    var first = new HashMap<String, MarkedProposal>();
    double all = 1;
    String best = "";
    for (MarkedProposal proposal : proposals) {
      Link link = proposal.link();
      String name = features.canonical(link);
      String person = name.isEmpty() ? "" + link.source() : name;
      double more = StrictMath.exp(decision.score(features.of(proposal)));
      all += more;
      double sum = odds.getOrDefault(person, 0.0) + more;
      odds.put(person, sum);
      first.putIfAbsent(person, proposal);
      best = sum > odds.getOrDefault(best, 0.0) ? person : best;
    }
    MarkedProposal chosen = first.get(best);
    double probability = odds.getOrDefault(best, 0.0) / all;
    return chosen == null || probability < (chosen.byRule() ? BY_RULE : LEAST)
        ? Chosen.NOBODY
        : new Chosen(chosen.link(), probability);
  }
}
