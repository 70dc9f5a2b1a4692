package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.sequences.ObjectBankWrapper;
import edu.stanford.nlp.util.MaxSizeConcurrentHashSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.quotidian.model.Token;
import org.quotidian.nlp.vietnamese.AnnotatedText.Name;

/** Makes the model of {@link NameTagger} from annotated texts. Takes minutes and about 3 GB. */
public final class Training {

  private Training() {}

  /**
   * Trains on every annotated text and writes the model, gzipped.
   *
   * @param annotation JSON Lines of {@code doc} and {@code entities} (code point offsets)
   * @param texts JSON Lines of {@code doc} and {@code text}; may be the same file
   * @param model the file to write; what it held is lost
   * @throws IOException if annotation or texts cannot be read or do not fit together
   */
  public static void train(Path annotation, Path texts, Path model) throws IOException {
    train(AnnotationFile.read(annotation, texts)).serializeClassifier(model.toString());
  }

  static CRFClassifier<CoreLabel> train(List<AnnotatedText> texts) {
    Abbreviations abbreviations = Abbreviations.load();
    VietnameseTokenizer tokenizer = VietnameseTokenizer.load(abbreviations);
    var rules = new SentenceRules(abbreviations, CapitalRatios.load());
    var sentences = new ArrayList<List<CoreLabel>>();
    for (AnnotatedText text : texts) {
      for (int[] line : lines(text.text())) {
        for (List<Token> sentence : rules.split(tokenizer.tokens(text.text(), line[0], line[1]))) {
          sentences.add(labelled(sentence, text.names()));
        }
      }
    }
    var classifier = new CRFClassifier<CoreLabel>(settings());
    var shapes =
        new ObjectBankWrapper<CoreLabel>(
            classifier.flags, null, new MaxSizeConcurrentHashSet<>(Set.of()));
    sentences.forEach(shapes::processDocument);
    classifier.train(sentences, classifier.defaultReaderAndWriter());
    return classifier;
  }

  private static List<CoreLabel> labelled(List<Token> sentence, List<Name> names) {
    List<CoreLabel> labels = NameTagger.labels(sentence);
    for (int i = 0; i < sentence.size(); i++) {
      labels.get(i).set(AnswerAnnotation.class, label(sentence.get(i), names));
    }
    return labels;
  }

  private static String label(Token token, List<Name> names) {
    for (Name name : names) {
      if (name.start() < token.end() && token.start() < name.end()) {
        return name.type();
      }
    }
    return "O";
  }

  static List<int[]> lines(String text) {
    var lines = new ArrayList<int[]>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        lines.add(new int[] {start, end});
      }
      start = end + 1;
    }
    return lines;
  }

  private static Properties settings() {
    var settings = new Properties();
    try (InputStream in = Training.class.getResourceAsStream("training.properties")) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read training.properties", e);
    }
    return settings;
  }
}
