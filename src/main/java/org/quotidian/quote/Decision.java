package org.quotidian.quote;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A yes-or-no decision learnt from annotated articles: a logistic regression whose features have
 * names that can be read. Immutable.
 */
final class Decision {

  static final Decision NONE = new Decision(List.of());

  private final Map<String, Double> weights = new HashMap<>();

  /**
   * @param rows feature and weight
   */
  Decision(List<List<String>> rows) {
    for (List<String> row : rows) {
      weights.put(row.get(0), Double.parseDouble(row.get(1)));
    }
  }

  /** Whether nothing was learnt for the language. */
  boolean isEmpty() {
    return weights.isEmpty();
  }

  /** The probability of yes, between 0 and 1. */
  double probability(Collection<String> features) {
    double sum = 0;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0.0);
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
