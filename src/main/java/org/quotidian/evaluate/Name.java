package org.quotidian.evaluate;

import org.quotidian.model.EntityRow;
import org.quotidian.model.Span;

/** A named entity marked by an annotator or a program. Offsets count code points. */
public record Name(String type, Span span) {

  static Name of(EntityRow row) {
    return new Name(row.type(), new Span(row.start(), row.end()));
  }
}
