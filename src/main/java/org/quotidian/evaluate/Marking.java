package org.quotidian.evaluate;

import org.jspecify.annotations.Nullable;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.Span;

/**
 * A quote marked by an annotator or a program. Offsets count code points of the document's text.
 *
 * @param type {@code direct}, {@code mixed}, {@code indirect}, or {@code scare} for words in
 *     quotation marks that nobody said
 * @param mention where the speaker is named; null when unknown
 * @param speaker the text of that mention; empty when unknown
 * @param canonical the fullest name of the speaker; empty when unknown
 */
public record Marking(
    String type, Span span, @Nullable Span mention, String speaker, String canonical) {

  static Marking of(QuoteRow row) {
    Integer start = row.speakerStart();
    Integer end = row.speakerEnd();
    return new Marking(
        row.type(),
        new Span(row.start(), row.end()),
        start == null || end == null ? null : new Span(start, end),
        row.speaker(),
        row.canonicalSpeaker());
  }

  /** Whether any speaker is given. */
  public boolean hasSpeaker() {
    return !speaker.isEmpty() || !canonical.isEmpty();
  }
}
