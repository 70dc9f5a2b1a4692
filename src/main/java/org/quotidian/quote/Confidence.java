package org.quotidian.quote;

/**
 * How likely span and speaker of a quote are right, by the rule that linked them. The figures are
 * the shares that were right in annotated articles; .ci/quotes-figures prints them beside what the
 * same articles show today.
 */
final class Confidence {

  private static final double WITHOUT_SOURCE = 0.1;

  private Confidence() {}

  static double of(Draft draft, Reading reading, Lexicon lexicon) {
    Link link = draft.link();
    if (link == null) {
      return WITHOUT_SOURCE;
    }
    return switch (draft.type()) {
      case DIRECT -> direct(link.rule());
      case MIXED -> clause(link.rule());
      case INDIRECT -> clause(link.rule());
    };
  }

  private static double direct(Rule rule) {
    return switch (rule) {
      case VERB_SOURCE, SOURCE_VERB -> 0.95;
      case SOURCE_VERB_BEFORE, SOURCE_COLON, DASH_SOURCE, CARRIED_ON -> 0.85;
      case ATTRIBUTION, CLAUSE, SAME_SENTENCE, NOUN -> 0.75;
      case SAME_PARAGRAPH -> 0.8;
      case PARAGRAPH_BEFORE -> 0.6;
      case OTHER_VERB -> 0.5;
    };
  }

  private static double clause(Rule rule) {
    return switch (rule) {
      case CLAUSE -> 0.7;
      case ATTRIBUTION -> 0.7;
      default -> 0.5;
    };
  }
}
