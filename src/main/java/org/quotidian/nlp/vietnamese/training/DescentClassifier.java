package org.quotidian.nlp.vietnamese.training;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.optimization.Evaluator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Properties;
import java.util.Random;
import org.quotidian.nlp.vietnamese.GivenFeatures;

/**
 * Trains CoreNLP's classifier by stochastic gradient descent with decreasing steps (Bottou 2010),
 * which takes one minute instead of the ten of its own quasi-Newton search. The result is an
 * ordinary CoreNLP model. Supports only labels that depend on the previous one. The same data
 * always gives the same model.
 */
final class DescentClassifier extends CRFClassifier<CoreLabel> {

  private static final int PASSES = 14;

  /** The mean of the last passes is more stable than the last pass. */
  private static final int MEAN_OF = 4;

  private static final double FIRST_STEP = 0.1;

  /**
   * Variance of the Gaussian prior of the weights. Chosen from 0.1, 0.3 and 1 by cross-validation.
   */
  private static final double VARIANCE = 0.3;

  /** Weights are rounded, which halves the gzipped model. */
  private static final double PARTS_OF_ONE = 1024;

  private static final double SMALLEST_SCALE = 1e-5;
  private static final long SEED = 20261123;

  DescentClassifier(Properties settings) {
    super(settings);
    featureFactories.clear(); // CoreNLP adds one twice, and would look up every feature twice
    featureFactories.add(new GivenFeatures());
  }

  @Override
  protected double[] trainWeights(
      int[][][][] data,
      int[][] labels,
      Evaluator[] evaluators,
      int pruning,
      double[][][][] values) {
    var weights = new ChainWeights(data, classIndex.size());
    int none = classIndex.indexOf(flags.backgroundSymbol);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < data.length; i++) {
      order.add(i);
    }
    var random = new Random(SEED);
    double decay = 1 / (VARIANCE * data.length);
    double[] mean = new double[weights.size()];
    long steps = 0;
    for (int pass = 1; pass <= PASSES; pass++) {
      Collections.shuffle(order, random);
      for (int sentence : order) {
        double step = FIRST_STEP / (1 + decay * FIRST_STEP * steps++);
        weights.shrink(1 - step * decay, SMALLEST_SCALE);
        new ChainGradient(weights, data[sentence], labels[sentence], none).follow(step);
      }
      if (pass > PASSES - MEAN_OF) {
        weights.addTo(mean, 1.0 / MEAN_OF);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = Math.rint(mean[i] * PARTS_OF_ONE) / PARTS_OF_ONE;
    }
    return mean;
  }
}
