package org.quotidian.quote;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns the weights of a {@link Decision}: a conditional logit with a Gaussian prior, by the
 * optimiser of CoreNLP. A decision between yes and no has one option, which is taken or not.
 */
final class DecisionTraining {

  /** A feature that occurs in fewer articles says nothing about others. */
  private static final int LEAST_ARTICLES = 3;

  /** Standard deviation of the prior; chosen on Vietnamese articles that were not trained on. */
  private static final double SIGMA = 0.42;

  private static final double TOLERANCE = 1e-4;

  /** Smaller weights change no decision. */
  private static final double LEAST_WEIGHT = 0.05;

  private DecisionTraining() {}

  /** Something that may be chosen. */
  record Option(List<String> features, boolean right) {}

  /**
   * A decision that an annotator made.
   *
   * @param article in which; features are counted by articles
   * @param options of which none may be right
   */
  record Example(String article, List<Option> options) {

    static Example yesOrNo(String article, List<String> features, boolean yes) {
      return new Example(article, List.of(new Option(features, yes)));
    }

    private boolean isAnyRight() {
      return options.stream().anyMatch(Option::right);
    }
  }

  /**
   * Rows of feature and weight, sorted by feature; none where nothing or always something is right.
   */
  static List<List<String>> weights(List<Example> examples) {
    return weights(examples, SIGMA);
  }

  /**
   * @param sigma standard deviation of the prior
   */
  static List<List<String>> weights(List<Example> examples, double sigma) {
    if (examples.stream().map(Example::isAnyRight).distinct().count() < 2) {
      return List.of();
    }
    Map<String, Integer> numbers = numbers(examples);
    var minimizer = new QNMinimizer();
    minimizer.shutUp();
    double[] weights =
        minimizer.minimize(
            new Likelihood(examples, numbers, sigma), TOLERANCE, new double[numbers.size()]);
    var rows = new ArrayList<List<String>>();
    numbers.forEach(
        (feature, number) -> {
          if (Math.abs(weights[number]) >= LEAST_WEIGHT) {
            rows.add(List.of(feature, String.format(Locale.ROOT, "%.2f", weights[number])));
          }
        });
    return rows;
  }

  /** Features that are frequent enough, sorted, and their places in the weights. */
  private static Map<String, Integer> numbers(List<Example> examples) {
    Map<String, Set<String>> articles = new TreeMap<>();
    for (Example example : examples) {
      for (Option option : example.options()) {
        for (String feature : option.features()) {
          articles.computeIfAbsent(feature, f -> new HashSet<>()).add(example.article());
        }
      }
    }
    Map<String, Integer> numbers = new TreeMap<>();
    articles.forEach(
        (feature, in) -> {
          if (in.size() >= LEAST_ARTICLES) {
            numbers.put(feature, numbers.size());
          }
        });
    return numbers;
  }

  /** How unlikely the examples are with some weights, and how that changes with each weight. */
  static final class Likelihood extends AbstractCachingDiffFunction {

    private final int size;
    private final double variance;

    /** Numbers of the features of each option of each example. */
    private final List<int[][]> features = new ArrayList<>();

    private final List<boolean[]> right = new ArrayList<>();

    Likelihood(List<Example> examples, Map<String, Integer> numbers, double sigma) {
      this.size = numbers.size();
      this.variance = sigma * sigma;
      var known = new HashMap<>(numbers);
      for (Example example : examples) {
        List<Option> options = example.options();
        int[][] rows = new int[options.size()][];
        boolean[] said = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
          said[i] = options.get(i).right();
          rows[i] =
              new LinkedHashSet<>(options.get(i).features())
                  .stream().filter(known::containsKey).mapToInt(known::get).toArray();
        }
        features.add(rows);
        right.add(said);
      }
    }

    @Override
    public int domainDimension() {
      return size;
    }

    @Override
    protected void calculate(double[] weights) {
      value = 0;
      Arrays.fill(derivative, 0);
      for (int i = 0; i < features.size(); i++) {
        add(features.get(i), right.get(i), weights);
      }
      for (int i = 0; i < size; i++) {
        value += weights[i] * weights[i] / (2 * variance);
        derivative[i] += weights[i] / variance;
      }
    }

    /** None of the options has the sum 0. The largest is taken off, so that no power overflows. */
    private void add(int[][] options, boolean[] right, double[] weights) {
      double[] sums = new double[options.length];
      double most = 0;
      double mostRight = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < sums.length; i++) {
        for (int feature : options[i]) {
          sums[i] += weights[feature];
        }
        most = Math.max(most, sums[i]);
        mostRight = right[i] ? Math.max(mostRight, sums[i]) : mostRight;
      }
      boolean any = mostRight > Double.NEGATIVE_INFINITY;
      double all = StrictMath.exp(-most);
      double allRight = 0;
      for (int i = 0; i < sums.length; i++) {
        all += StrictMath.exp(sums[i] - most);
        allRight += right[i] ? StrictMath.exp(sums[i] - mostRight) : 0;
      }
      value += most + StrictMath.log(all);
      value -= any ? mostRight + StrictMath.log(allRight) : 0;
      for (int i = 0; i < sums.length; i++) {
        double more = StrictMath.exp(sums[i] - most) / all;
        more -= right[i] ? StrictMath.exp(sums[i] - mostRight) / allRight : 0;
        for (int feature : options[i]) {
          derivative[feature] += more;
        }
      }
    }
  }
}
