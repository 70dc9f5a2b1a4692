package org.quotidian.evaluate;

import org.quotidian.model.Span;

/** A named entity marked by an annotator or a program. Offsets count code points. */
public record Name(String type, Span span) {}
