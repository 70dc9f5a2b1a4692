package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.quotidian.nlp.vietnamese.AnnotatedText.Name;

/**
 * Trains the model of {@link NameTagger} from annotated texts. 700 articles take one to two minutes
 * on one core and 3 GB of memory.
 */
public final class Training {

  /** A feature that occurs in a single article says nothing about others. */
  private static final int LEAST_ARTICLES = 2;

  private final VietnameseSentences reader = VietnameseSentences.load();
  private final NameFeatures features = NameFeatures.load();
  private final NameEdges edges = NameEdges.load();

  private Training() {}

  /**
   * Trains on all annotated texts and writes the model, gzipped. To use it, replace {@code
   * names.crf.ser.gz} among the resources of this package.
   *
   * @param annotation JSON Lines with {@code doc} and {@code entities} ({@code start} and {@code
   *     end} in code points, {@code type} PERSON, LOCATION or ORGANIZATION)
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}; may be the same file
   * @param model the file to write; an existing one is overwritten
   * @throws IOException if annotation or texts cannot be read or do not match
   */
  public static void train(Path annotation, Path texts, Path model) throws IOException {
    new Training()
        .train(AnnotationFile.read(annotation, texts))
        .serializeClassifier(model.toString());
  }

  /**
   * Counts the contents of {@code capital-ratios.txt} in raw news. To be done before training, if
   * the kind of news changes.
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

  private CRFClassifier<CoreLabel> train(List<AnnotatedText> texts) {
    var sentences = new ArrayList<List<CoreLabel>>();
    Map<String, Seen> seen = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      for (List<CoreLabel> sentence : labelled(texts.get(i))) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
          count(sentence, i, seen);
        }
      }
    }
    for (List<CoreLabel> sentence : sentences) {
      for (CoreLabel word : sentence) {
        List<String> kept =
            word.get(GivenFeatures.OfToken.class).stream()
                .filter(
                    feature -> seen.getOrDefault(feature, Seen.NEVER).articles >= LEAST_ARTICLES)
                .toList();
        word.set(GivenFeatures.OfToken.class, kept);
      }
    }
    var classifier = new DescentClassifier(settings());
    classifier.train(sentences, classifier.defaultReaderAndWriter());
    return classifier;
  }

  /** The number of articles that contain a feature, and the last of them. */
  private static final class Seen {
    static final Seen NEVER = new Seen();
    int articles;
    int last = -1;
  }

  private static void count(List<CoreLabel> sentence, int article, Map<String, Seen> seen) {
    for (CoreLabel word : sentence) {
      for (String feature : word.get(GivenFeatures.OfToken.class)) {
        Seen where = seen.computeIfAbsent(feature, k -> new Seen());
        if (where.last != article) {
          where.last = article;
          where.articles++;
        }
      }
    }
  }

  private List<List<CoreLabel>> labelled(AnnotatedText text) {
    List<List<NameWord>> words = NameWord.of(reader.sentences(text.text()));
    List<List<CoreLabel>> labels = features.of(words);
    for (List<CoreLabel> sentence : labels) {
      sentence.forEach(word -> word.set(AnswerAnnotation.class, NameTagger.NO_NAME));
    }
    for (NameSpan name : edges.trimmed(words, spans(words, text.names()))) {
      for (int i = name.start(); i < name.end(); i++) {
        labels.get(name.sentence()).get(i).set(AnswerAnnotation.class, name.type());
      }
    }
    return labels;
  }

  /**
   * The annotated names as words. One that extends beyond the end of a sentence has a part in each.
   */
  private static List<NameSpan> spans(List<List<NameWord>> sentences, List<Name> names) {
    var spans = new ArrayList<NameSpan>();
    for (int s = 0; s < sentences.size(); s++) {
      List<NameWord> words = sentences.get(s);
      for (Name name : names) {
        int start = 0;
        while (start < words.size() && words.get(start).token().end() <= name.start()) {
          start++;
        }
        int end = start;
        while (end < words.size() && words.get(end).token().start() < name.end()) {
          end++;
        }
        if (start < end) {
          spans.add(new NameSpan(s, start, end, name.type()));
        }
      }
    }
    return spans;
  }

  private static Properties settings() {
    var settings = new Properties();
    try (InputStream in = Training.class.getResourceAsStream("training.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read training.properties", e);
    }
    settings.setProperty("featureFactory", GivenFeatures.class.getName());
    return settings;
  }
}
