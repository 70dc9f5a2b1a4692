package org.quotidian.nlp.vietnamese.training;

/**
 * The gradient of the log-likelihood of one sentence's labels in a linear-chain conditional random
 * field (Lafferty et al. 2001), computed with the forward-backward algorithm in log space.
 */
final class ChainGradient {

  /** Smaller changes are ignored. */
  private static final double LEAST = 1e-5;

  private final ChainWeights weights;
  private final int[][][] words;
  private final int[] gold;
  private final int first;
  private final int labels;
  private final double[][] ofWord;
  private final double[][] ofStep;

  /**
   * @param words features by word and kind: 0 for the word, 1 for the transition to it
   * @param gold the correct labels
   * @param first the label before the sentence
   */
  ChainGradient(ChainWeights weights, int[][][] words, int[] gold, int first) {
    this.weights = weights;
    this.words = words;
    this.gold = gold;
    this.first = first;
    this.labels = weights.labels();
    this.ofWord = new double[words.length][];
    this.ofStep = new double[words.length][];
    for (int i = 0; i < words.length; i++) {
      ofWord[i] = weights.sums(words[i][0], labels);
      ofStep[i] = weights.sums(words[i][1], labels * labels);
    }
  }

  /** Moves the weights along the gradient. */
  void follow(double step) {
    double[][] forward = forward();
    double[][] backward = backward();
    double all = logOfSum(forward[words.length - 1]);
    int before = first;
    for (int i = 0; i < words.length; i++) {
      var change = new double[labels];
      for (int y = 0; y < labels; y++) {
        double expected = Math.exp(forward[i][y] + backward[i][y] - all);
        change[y] = step * ((y == gold[i] ? 1 : 0) - expected);
      }
      addIfLarge(words[i][0], change, step);
      var pairs = new double[labels * labels];
      for (int x = 0; x < labels; x++) {
        for (int y = 0; y < labels; y++) {
          int pair = pair(x, y);
          double path = came(forward, i, x) + ofStep[i][pair] + ofWord[i][y] + backward[i][y] - all;
          pairs[pair] = step * ((x == before && y == gold[i] ? 1 : 0) - Math.exp(path));
        }
      }
      addIfLarge(words[i][1], pairs, step);
      before = gold[i];
    }
  }

  private void addIfLarge(int[] features, double[] change, double step) {
    for (double part : change) {
      if (Math.abs(part) > LEAST * step) {
        weights.add(features, change);
        return;
      }
    }
  }

  /** The index of the weight of a pair of labels, in CoreNLP's order: the earlier label first. */
  private int pair(int before, int label) {
    return label * labels + before;
  }

  /** The logarithm of the summed weights of all paths to a label before a word. */
  private double came(double[][] forward, int i, int label) {
    return i > 0 ? forward[i - 1][label] : label == first ? 0 : Double.NEGATIVE_INFINITY;
  }

  private double[][] forward() {
    var forward = new double[words.length][labels];
    var ways = new double[labels];
    for (int i = 0; i < words.length; i++) {
      for (int y = 0; y < labels; y++) {
        for (int x = 0; x < labels; x++) {
          ways[x] = came(forward, i, x) + ofStep[i][pair(x, y)];
        }
        forward[i][y] = logOfSum(ways) + ofWord[i][y];
      }
    }
    return forward;
  }

  private double[][] backward() {
    var backward = new double[words.length][labels];
    var ways = new double[labels];
    for (int i = words.length - 2; i >= 0; i--) {
      for (int x = 0; x < labels; x++) {
        for (int y = 0; y < labels; y++) {
          ways[y] = ofStep[i + 1][pair(x, y)] + ofWord[i + 1][y] + backward[i + 1][y];
        }
        backward[i][x] = logOfSum(ways);
      }
    }
    return backward;
  }

  private static double logOfSum(double[] logarithms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : logarithms) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : logarithms) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }
}
