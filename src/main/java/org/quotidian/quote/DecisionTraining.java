package org.quotidian.quote;

import edu.stanford.nlp.classify.Dataset;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.classify.LinearClassifierFactory;
import edu.stanford.nlp.ling.BasicDatum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns the weights of a {@link Decision} by logistic regression with a Gaussian prior, with the
 * optimiser of CoreNLP.
 */
final class DecisionTraining {

  /** A feature that occurs in fewer articles says nothing about others. */
  private static final int LEAST_ARTICLES = 3;

  /** Standard deviation of the prior; chosen on Vietnamese articles that were not trained on. */
  private static final double SIGMA = 0.3;

  private static final double TOLERANCE = 1e-4;

  /** Smaller weights change no decision. */
  private static final double LEAST_WEIGHT = 0.05;

  private DecisionTraining() {}

  /**
   * @param article whose example it is; features are counted by articles
   */
  record Example(String article, List<String> features, boolean yes) {}

  /** Rows of feature and weight, sorted by feature; none where all examples say the same. */
  static List<List<String>> weights(List<Example> examples) {
    return weights(examples, SIGMA);
  }

  /**
   * @param sigma standard deviation of the prior
   */
  static List<List<String>> weights(List<Example> examples, double sigma) {
    if (examples.stream().map(Example::yes).distinct().count() < 2) {
      return List.of();
    }
    Map<String, Set<String>> articles = new HashMap<>();
    for (Example example : examples) {
      for (String feature : example.features()) {
        articles.computeIfAbsent(feature, f -> new HashSet<>()).add(example.article());
      }
    }
    var data = new Dataset<Boolean, String>();
    for (Example example : examples) {
      var features = new ArrayList<String>();
      for (String feature : new LinkedHashSet<>(example.features())) {
        if (articles.getOrDefault(feature, Set.of()).size() >= LEAST_ARTICLES) {
          features.add(feature);
        }
      }
      data.add(new BasicDatum<>(features, example.yes()));
    }
    var factory = new LinearClassifierFactory<Boolean, String>(TOLERANCE, false, sigma);
    LinearClassifier<Boolean, String> model = factory.trainClassifier(data);
    Map<String, Double> weights = new TreeMap<>();
    for (String feature : model.features()) {
      double weight = model.weight(feature, true) - model.weight(feature, false);
      if (Math.abs(weight) >= LEAST_WEIGHT) {
        weights.put(feature, weight);
      }
    }
    return weights.entrySet().stream()
        .map(
            weight ->
                List.of(weight.getKey(), String.format(Locale.ROOT, "%.2f", weight.getValue())))
        .toList();
  }
}
