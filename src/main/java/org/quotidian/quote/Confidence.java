package org.quotidian.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quotidian.model.QuoteType;

/**
 * The probability that span and speaker of a quote are right: the share that was right in annotated
 * articles of the language, by type of quote and by the rule that found its source.
 */
final class Confidence {

  /** For a language or rule that was never measured. */
  private static final double UNMEASURED = 0.5;

  private static final double WITHOUT_SOURCE = 0.05;

  private final Map<String, Double> shares = new HashMap<>();

  /**
   * @param rows type, rule and share
   */
  Confidence(List<List<String>> rows) {
    for (List<String> row : rows) {
      shares.put(row.get(0) + " " + row.get(1), Double.parseDouble(row.get(2)));
    }
  }

  double of(Draft draft) {
    Link link = draft.link();
    return link == null ? WITHOUT_SOURCE : of(draft.type(), link.rule());
  }

  private double of(QuoteType type, Rule rule) {
    String name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return shares.getOrDefault(type.label() + " " + name, UNMEASURED);
  }
}
