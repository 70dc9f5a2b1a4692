package org.quotidian.nlp.vietnamese.training;

/**
 * The weights of a linear chain in CoreNLP's order: for each feature of a word one per label, for
 * each feature of a transition one per pair of labels. They are stored without a common scale
 * factor, so that all can be reduced at once.
 */
final class ChainWeights {

  private final int labels;
  private final int[] offsets;
  private final double[] values;
  private double scale = 1;

  /**
   * @param data features by sentence, word and kind: 0 for the word, 1 for the transition to it
   * @param labels number of labels
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

  /** For each label or pair of labels, the sum of the weights of some features of a kind. */
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

  /**
   * Multiplies all weights by a factor below one. The scale factor is applied to the weights when
   * it falls below a limit.
   */
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
