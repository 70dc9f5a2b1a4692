package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

  /** A set of features has no order; sums of doubles would depend on it: 0.1 + 0.2 + 0.3. */
  @Test
  void theOrderOfFeaturesChangesNothing() {
    var decision =
        new Decision(List.of(List.of("a", "0.10"), List.of("b", "0.20"), List.of("c", "0.30")));
    double one = decision.probability(List.of("a", "b", "c"));
    assertThat(one).isEqualTo(1 / (1 + StrictMath.exp(-0.6)));
    assertThat(decision.probability(List.of("c", "b", "a"))).isEqualTo(one);
    assertThat(decision.probability(List.of("b", "unknown", "c", "a"))).isEqualTo(one);
  }
}
