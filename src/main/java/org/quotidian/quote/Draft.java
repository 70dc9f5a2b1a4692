package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

/**
 * A quote before its speaker is resolved.
 *
 * @param link null when no source was found
 * @param first first token
 * @param probability that somebody said the words, by a {@link Decision}; negative if none was
 *     asked
 */
record Draft(
    QuoteType type,
    Span span,
    String verbatim,
    @Nullable Link link,
    int first,
    double probability) {

  static final double UNDECIDED = -1;
}
