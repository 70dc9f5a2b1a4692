package org.quotidian.evaluate;

import org.quotidian.model.Span;

/** A named entity as an annotator or a program marked it; offsets count code points. */
public record Name(String type, Span span) {}
