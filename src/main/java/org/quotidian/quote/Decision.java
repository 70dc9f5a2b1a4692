package org.quotidian.quote;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision learnt from annotated articles: a logistic regression whose features have names that
 * can be read. It says yes or no, or chooses among several. Immutable.
 */
final class Decision {

  static final Decision NONE = new Decision(List.of());

  /** In hundredths, so that the order of features does not change their sum. */
  private final Map<String, Long> weights = new HashMap<>();

  /**
   * @param rows feature and weight, which has at most two decimals
   */
  Decision(List<List<String>> rows) {
    for (List<String> row : rows) {
      weights.put(row.get(0), Math.round(100 * Double.parseDouble(row.get(1))));
    }
  }

  /** Whether nothing was learnt for the language. */
  boolean isEmpty() {
    return weights.isEmpty();
  }

  /** The probability of yes, between 0 and 1. */
  double probability(Collection<String> features) {
    return 1 / (1 + StrictMath.exp(-score(features))); // the same on every machine
  }

  /** The sum of the weights. */
  double score(Collection<String> features) {
    long sum = 0;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0L);
    }
    return sum / 100.0;
  }
}
