package org.quotidian.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quotidian.model.QuoteType;

/**
 * The probability that span and speaker of a quote are right: that of the {@link Decision} that
 * somebody said the words, times the share of such quotes that was right in annotated articles;
 * without a decision, the share by type of quote and by the rule that found its source.
 */
final class Confidence {

  /** For a language or rule that was never measured. */
  private static final double UNMEASURED = 0.5;

  /** Of what a {@link Decision} took for said, the share whose span and speaker are right too. */
  private static final String DECIDED = "decided";

  /** Of the quotes of all rules of which too few were seen. */
  private static final String ANY = "any";

  private static final double WITHOUT_SOURCE = 0.05;

  private final Map<String, Double> shares = new HashMap<>();

  /**
   * @param rows type, rule or {@code any}, and share
   */
  Confidence(List<List<String>> rows) {
    for (List<String> row : rows) {
      shares.put(row.get(0) + " " + row.get(1), Double.parseDouble(row.get(2)));
    }
  }

  double of(Draft draft) {
    Link link = draft.link();
    if (link == null) {
      return WITHOUT_SOURCE;
    }
    return draft.probability() < 0
        ? of(draft.type(), link.rule())
        : Math.round(100 * draft.probability() * shareOf(draft.type(), DECIDED)) / 100.0;
  }

  private double of(QuoteType type, Rule rule) {
    return shareOf(type, rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private double shareOf(QuoteType type, String way) {
    double any = shares.getOrDefault(type.label() + " " + ANY, UNMEASURED);
    return shares.getOrDefault(type.label() + " " + way, any);
  }
}
