package org.quotidian.nlp.vietnamese.training;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.stats.Counter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.quotidian.nlp.vietnamese.GivenFeatures;
import org.quotidian.nlp.vietnamese.ModelInput;

/**
 * Trains the model of Vietnamese names from annotated texts, and makes the lists that it uses from
 * raw texts.
 */
public final class NameTraining {

  /** A feature that occurs in a single article says nothing about others. */
  private static final int LEAST_ARTICLES = 2;

  /**
   * Features whose weights are all smaller are left out. Seven in ten are, and no accuracy is lost.
   */
  private static final double LEAST_WEIGHT = 0.02;

  private final ModelInput input = ModelInput.load();

  private NameTraining() {}

  /**
   * Trains on all annotated texts and writes the model, gzipped. To use it, replace {@code
   * names.crf.ser.gz} among the resources of {@code org.quotidian.nlp.vietnamese}. The same files
   * always give the same model.
   *
   * @param annotation JSON Lines with {@code doc} and {@code entities} ({@code start} and {@code
   *     end} in code points, {@code type} PERSON, LOCATION, ORGANIZATION or MISC)
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}; may be the same files
   * @param model the file to write; an existing one is overwritten
   * @throws IOException if annotation or texts cannot be read or do not match
   */
  public static void train(List<Path> annotation, List<Path> texts, Path model) throws IOException {
    new NameTraining()
        .train(AnnotationFile.read(annotation, texts))
        .serializeClassifier(model.toString());
  }

  /**
   * Writes {@code capital-ratios.txt}, counted in raw news. The model must be trained again
   * afterwards.
   *
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}
   * @param without keys of texts that are reserved for evaluation
   * @param list the file to write
   * @throws IOException if a file cannot be read or written
   */
  public static void countCapitals(List<Path> texts, Set<String> without, Path list)
      throws IOException {
    CapitalCounts.write(texts, without, list);
  }

  /** Writes {@code word-classes.txt}, like {@link #countCapitals}. */
  public static void findWordClasses(List<Path> texts, Set<String> without, Path list)
      throws IOException {
    WordClassCounts.write(texts, without, list);
  }

  private CRFClassifier<CoreLabel> train(List<AnnotatedText> texts) {
    var sentences = new ArrayList<List<CoreLabel>>();
    var seen = new HashMap<String, Seen>();
    for (int i = 0; i < texts.size(); i++) {
      AnnotatedText text = texts.get(i);
      for (List<CoreLabel> sentence : input.labelled(text.text(), text.names())) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
          count(sentence, i, seen);
        }
      }
    }
    keep(sentences, feature -> seen.getOrDefault(feature, Seen.NEVER).articles >= LEAST_ARTICLES);
    keep(sentences, weighty(trained(sentences))::contains);
    return trained(sentences);
  }

  private static CRFClassifier<CoreLabel> trained(List<List<CoreLabel>> sentences) {
    var classifier = new DescentClassifier(settings());
    classifier.train(sentences, classifier.defaultReaderAndWriter());
    return classifier;
  }

  private static Set<String> weighty(CRFClassifier<CoreLabel> model) {
    var features = new HashSet<String>();
    for (Counter<String> weights : model.topWeights().values()) {
      for (Map.Entry<String, Double> weight : weights.entrySet()) {
        if (Math.abs(weight.getValue()) >= LEAST_WEIGHT) {
          features.add(weight.getKey());
        }
      }
    }
    return features;
  }

  private static void keep(List<List<CoreLabel>> sentences, Predicate<String> kept) {
    for (List<CoreLabel> sentence : sentences) {
      for (CoreLabel word : sentence) {
        List<String> features = word.get(GivenFeatures.OfToken.class);
        word.set(GivenFeatures.OfToken.class, features.stream().filter(kept).toList());
      }
    }
  }

  /** The number of articles that contain a feature, and the last of them. */
  private static final class Seen {
    static final Seen NEVER = new Seen("");
    final String feature;
    int articles;
    int last = -1;

    Seen(String feature) {
      this.feature = feature;
    }
  }

  /** Also replaces equal features by the same string, which saves most of the memory. */
  private static void count(List<CoreLabel> sentence, int article, Map<String, Seen> seen) {
    for (CoreLabel word : sentence) {
      var features = new ArrayList<String>();
      for (String feature : word.get(GivenFeatures.OfToken.class)) {
        Seen where = seen.computeIfAbsent(feature, Seen::new);
        features.add(where.feature);
        if (where.last != article) {
          where.last = article;
          where.articles++;
        }
      }
      word.set(GivenFeatures.OfToken.class, features);
    }
  }

  private static Properties settings() {
    var settings = new Properties();
    try (InputStream in = NameTraining.class.getResourceAsStream("training.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read training.properties", e);
    }
    settings.setProperty("featureFactory", GivenFeatures.class.getName());
    return settings;
  }
}
