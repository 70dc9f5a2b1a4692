package org.quotidian.model;

/**
 * A half-open range of an article's text: {@code start} inclusive, {@code end} exclusive, both in
 * UTF-16 units, as Java strings count. Rows count code points instead; {@link CodePoints} converts.
 */
public record Span(int start, int end) {

  /**
   * @throws IllegalArgumentException if the range is negative or turned around
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The words that this range covers in {@code text}. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
