package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

class ConfidenceTest {

  private static Draft draft(QuoteType type, Rule rule, double probability) {
    Link link = Link.without(new Phrase(0, 1), rule);
    return new Draft(type, new Span(0, 5), "", link, 0, probability);
  }

  @Test
  void theShareOfTheRuleOrOfAllRulesTogether() {
    var measured =
        new Confidence(
            List.of(List.of("direct", "source-colon", "0.9"), List.of("direct", "any", "0.8")));

    double none = Draft.UNDECIDED;
    assertThat(measured.of(draft(QuoteType.DIRECT, Rule.SOURCE_COLON, none))).isEqualTo(0.9);
    assertThat(measured.of(draft(QuoteType.DIRECT, Rule.ATTRIBUTION, none))).isEqualTo(0.8);
    assertThat(measured.of(draft(QuoteType.MIXED, Rule.SOURCE_COLON, none))).isEqualTo(0.5);
  }

  @Test
  void theProbabilityOfADecisionTimesTheShareThatIsRight() {
    var measured = new Confidence(List.of(List.of("direct", "decided", "0.9")));

    assertThat(measured.of(draft(QuoteType.DIRECT, Rule.SOURCE_COLON, 0.8))).isEqualTo(0.72);
  }

  @Test
  void aQuoteWithoutASourceIsHardlyRight() {
    var draft = new Draft(QuoteType.DIRECT, new Span(0, 5), "", null, 0, Draft.UNDECIDED);

    assertThat(new Confidence(List.of()).of(draft)).isEqualTo(0.05);
  }
}
