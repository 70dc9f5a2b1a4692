package org.quotidian.quote;

import org.quotidian.model.Span;

/**
 * Words between quotation marks, before it is decided whether somebody said them.
 *
 * @param outer the span with the marks
 * @param inner the span without the marks
 * @param goesOn whether the next marked span, at the start of the next paragraph, continues it
 */
record MarkedSpan(Span outer, Span inner, boolean goesOn) {}
