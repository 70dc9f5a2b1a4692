package org.quotidian.quote;

import org.quotidian.model.Span;

/**
 * Words between quotation marks, before it is decided whether somebody said them.
 *
 * @param outer with the marks
 * @param inner without them
 * @param goesOn whether the next marked span, at the start of the next paragraph, carries it on
 */
record MarkedSpan(Span outer, Span inner, boolean goesOn) {}
