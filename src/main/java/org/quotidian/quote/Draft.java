package org.quotidian.quote;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.QuoteType;
import org.quotidian.model.Span;

/**
 * A quote before its speaker is resolved.
 *
 * @param link null when no source was found
 * @param first first token
 */
record Draft(QuoteType type, Span span, String verbatim, @Nullable Link link, int first) {}
