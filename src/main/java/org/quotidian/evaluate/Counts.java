package org.quotidian.evaluate;

/**
 * How many answers were right, how many are in the gold, and how many were given. For an accuracy,
 * {@code gold} and {@code given} are the same.
 */
public record Counts(int right, int gold, int given) {

  static final Counts NONE = new Counts(0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(right + other.right, gold + other.gold, given + other.given);
  }

  /** The share of given answers that are right; 0 if none were given. */
  public double precision() {
    return given == 0 ? 0 : (double) right / given;
  }

  /** The share of the gold that was found; 0 if the gold has none. */
  public double recall() {
    return gold == 0 ? 0 : (double) right / gold;
  }

  /** The harmonic mean of precision and recall. For an accuracy, the accuracy itself. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
