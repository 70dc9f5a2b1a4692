package org.quotidian.nlp.vietnamese;

/**
 * Weights of a linear chain: for a feature of a word one for every label, for a feature of a step
 * one for every pair of labels, in the order of CoreNLP's own. They are kept unscaled, so that all
 * can be made smaller at once.
 */
final class ChainWeights {

  private final int labels;
  private final int[] offsets;
  private final double[] values;
  private double scale = 1;

  /**
   * @param data features by sentence, word and kind: 0 of the word, 1 of the step to it
   * @param labels how many there are
   */
  ChainWeights(int[][][][] data, int labels) {
    this.labels = labels;
    int features = 0;
    for (int[][][] sentence : data) {
      for (int[][] word : sentence) {
        for (int[] kind : word) {
          for (int feature : kind) {
            features = Math.max(features, feature + 1);
          }
        }
      }
    }
    int[] sizes = new int[features];
    for (int[][][] sentence : data) {
      for (int[][] word : sentence) {
        mark(word[0], labels, sizes);
        mark(word[1], labels * labels, sizes);
      }
    }
    this.offsets = new int[features];
    int total = 0;
    for (int feature = 0; feature < features; feature++) {
      offsets[feature] = total;
      total += sizes[feature];
    }
    this.values = new double[total];
  }

  private static void mark(int[] features, int size, int[] sizes) {
    for (int feature : features) {
      sizes[feature] = size;
    }
  }

  int labels() {
    return labels;
  }

  int size() {
    return values.length;
  }

  /** For every label, or pair of labels, the sum over some features of a kind. */
  double[] sums(int[] features, int size) {
    var sums = new double[size];
    for (int feature : features) {
      int offset = offsets[feature];
      for (int k = 0; k < size; k++) {
        sums[k] += values[offset + k];
      }
    }
    for (int k = 0; k < size; k++) {
      sums[k] *= scale;
    }
    return sums;
  }

  void add(int[] features, double[] change) {
    for (int feature : features) {
      int offset = offsets[feature];
      for (int k = 0; k < change.length; k++) {
        values[offset + k] += change[k] / scale;
      }
    }
  }

  /** Multiplies all by a factor below one; the scale is worked in when it gets below a limit. */
  void shrink(double factor, double limit) {
    scale *= factor;
    if (scale < limit) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= scale;
      }
      scale = 1;
    }
  }

  void addTo(double[] sum, double share) {
    for (int i = 0; i < values.length; i++) {
      sum[i] += values[i] * scale * share;
    }
  }
}
