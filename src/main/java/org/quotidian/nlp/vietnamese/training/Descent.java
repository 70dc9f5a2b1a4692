package org.quotidian.nlp.vietnamese.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/**
 * Trains a linear-chain conditional random field by stochastic gradient descent with decreasing
 * steps (Bottou 2010). The same data always gives the same weights.
 */
final class Descent {

  private static final int PASSES = 14;

  /** The mean of the last passes is more stable than the last pass. */
  private static final int MEAN_OF = 4;

  private static final double FIRST_STEP = 0.1;
  private static final double SMALLEST_SCALE = 1e-5;
  private static final long SEED = 20261123;

  private Descent() {}

  /**
   * The weights, in the order of {@link ChainWeights}.
   *
   * @param data features by sentence, word and kind: 0 for the word, 1 for the transition to it
   * @param gold the correct labels
   * @param labels how many labels there are
   * @param first the label before each sentence
   * @param variance of the Gaussian prior of the weights
   */
  static double[] weights(int[][][][] data, int[][] gold, int labels, int first, double variance) {
    var weights = new ChainWeights(data, labels);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < data.length; i++) {
      order.add(i);
    }
    var random = new Random(SEED);
    double decay = 1 / (variance * data.length);
    double[] mean = new double[weights.size()];
    long steps = 0;
    for (int pass = 1; pass <= PASSES; pass++) {
      Collections.shuffle(order, random);
      for (int sentence : order) {
        double step = FIRST_STEP / (1 + decay * FIRST_STEP * steps++);
        weights.shrink(1 - step * decay, SMALLEST_SCALE);
        new ChainGradient(weights, data[sentence], gold[sentence], first).follow(step);
      }
      if (pass > PASSES - MEAN_OF) {
        weights.addTo(mean, 1.0 / MEAN_OF);
      }
    }
    return mean;
  }
}
