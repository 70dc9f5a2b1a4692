package org.quotidian.model;

/**
 * A half-open range of an article's text: {@code start} inclusive, {@code end} exclusive, both in
 * UTF-16 units as in Java strings. Rows use code points instead; {@link CodePoints} converts.
 */
public record Span(int start, int end) {

  /**
   * @throws IllegalArgumentException if the start is negative or after the end
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
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

  /** The part of {@code text} that this range covers. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
