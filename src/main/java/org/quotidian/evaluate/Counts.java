package org.quotidian.evaluate;

/**
 * How many were right, how many there were, and how many were given; for an accuracy, {@code gold}
 * and {@code given} are the same.
 */
public record Counts(int right, int gold, int given) {

  static final Counts NONE = new Counts(0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(right + other.right, gold + other.gold, given + other.given);
  }

  /** Of what was given, the part that is right; 0 when nothing was given. */
  public double precision() {
    return given == 0 ? 0 : (double) right / given;
  }

  /** Of what there is, the part that was found; 0 when there is nothing. */
  public double recall() {
    return gold == 0 ? 0 : (double) right / gold;
  }

  /** Harmonic mean of precision and recall; an accuracy is its own. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
