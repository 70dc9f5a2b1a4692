package org.quotidian.nlp.vietnamese.training;

/**
 * Divides units of text into classes so that a class tells as much as possible about the units next
 * to it: the exchange algorithm (Martin, Liermann and Ney 1998), in which each unit in turn moves
 * to the class where it adds most to the mutual information of classes and contexts. The contexts
 * of a unit are its neighbours on the left and, as others, on the right. The same counts always
 * give the same classes.
 */
final class ExchangeClustering {

  private static final int MOST_PASSES = 12;

  /** The passes end when fewer than this share of the units has moved. */
  private static final int LEAST_MOVED = 200;

  /** Smaller gains are errors of rounding. */
  private static final double LEAST_GAIN = 1e-9;

  private static final int TABLE = 1 << 22;

  private final int units;
  private final int contexts;
  private final int[] starts;
  private final int[] context;
  private final int[] count;
  private final double[] xLogX = new double[TABLE];

  /**
   * @param contexts how many there are
   * @param starts for each unit the index of its first pair in the two arrays that follow, and the
   *     end of the last
   * @param context of each pair of unit and context
   * @param count how often the pair occurs
   */
  ExchangeClustering(int contexts, int[] starts, int[] context, int[] count) {
    this.units = starts.length - 1;
    this.contexts = contexts;
    this.starts = starts;
    this.context = context;
    this.count = count;
    for (int x = 1; x < TABLE; x++) {
      xLogX[x] = x * Math.log(x);
    }
  }

  /** The class of each unit, from 0 to {@code classes} - 1. */
  int[] classes(int classes) {
    int[] classOf = new int[units];
    int[] table = new int[Math.multiplyExact(contexts, classes)];
    long[] totals = new long[classes];
    for (int unit = 0; unit < units; unit++) {
      classOf[unit] = unit % classes;
      totals[classOf[unit]] += add(unit, classOf[unit], 1, table, classes);
    }
    double[] gains = new double[classes];
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      int moved = 0;
      for (int unit = 0; unit < units; unit++) {
        int old = classOf[unit];
        long total = -add(unit, old, -1, table, classes);
        totals[old] -= total;
        addGains(unit, total, table, totals, gains);
        int best = best(gains, old);
        moved += best == old ? 0 : 1;
        classOf[unit] = best;
        add(unit, best, 1, table, classes);
        totals[best] += total;
      }
      if (moved < units / LEAST_MOVED) {
        break;
      }
    }
    return classOf;
  }

  /** Adds the pairs of a unit to a class, or takes them away; returns the change of its total. */
  private long add(int unit, int toClass, int sign, int[] table, int classes) {
    long total = 0;
    for (int pair = starts[unit]; pair < starts[unit + 1]; pair++) {
      table[context[pair] * classes + toClass] += sign * count[pair];
      total += sign * count[pair];
    }
    return total;
  }

  /** What each class gains if the unit, which is in none, joins it. */
  private void addGains(int unit, long total, int[] table, long[] totals, double[] gains) {
    for (int k = 0; k < gains.length; k++) {
      gains[k] = xLogX(totals[k]) - xLogX(totals[k] + total);
    }
    for (int pair = starts[unit]; pair < starts[unit + 1]; pair++) {
      int row = context[pair] * gains.length;
      int added = count[pair];
      for (int k = 0; k < gains.length; k++) {
        int there = table[row + k];
        gains[k] += xLogX(there + added) - xLogX(there);
      }
    }
  }

  private static int best(double[] gains, int old) {
    int best = old;
    for (int k = 0; k < gains.length; k++) {
      best = gains[k] > gains[best] + LEAST_GAIN ? k : best;
    }
    return best;
  }

  private double xLogX(long x) {
    return x < TABLE ? xLogX[(int) x] : x * Math.log(x);
  }
}
