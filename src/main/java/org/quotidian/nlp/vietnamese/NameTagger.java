package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.quotidian.model.Token;
import org.quotidian.nlp.CompactClassifier;
import org.quotidian.nlp.SentenceList;

/**
 * Finds the names in an article: the model labels each word, then the names in the article are made
 * consistent. Immutable and thread-safe.
 */
final class NameTagger {

  static final String NO_NAME = "O";

  /**
   * The label of names that are neither persons, places nor organisations: products, works, events.
   * The model learns them so that they are not mistaken for one of these; they are not reported.
   */
  static final String OTHER_NAME = "MISC";

  private static final String MODEL = "/org/quotidian/nlp/vietnamese/names.crf.ser.gz";

  private final CRFClassifier<CoreLabel> model;
  private final NameFeatures features;
  private final NameAgreement agreement;
  private final Headlines headlines = Headlines.load();

  NameTagger(CRFClassifier<CoreLabel> model, NameFeatures features, NameAgreement agreement) {
    this.model = model;
    this.features = features;
    this.agreement = agreement;
  }

  static NameTagger load() {
    return new NameTagger(
        CompactClassifier.read(MODEL, new Properties()), NameFeatures.load(), NameAgreement.load());
  }

  /** A name and its position in the text; {@code sentence} counts from 0. */
  record Found(int sentence, int start, int end, String type) {}

  /** The names in all sentences of an article, in text order. */
  List<Found> names(List<List<Token>> sentences) {
    List<List<NameWord>> article = headlines.inSmallLetters(NameWord.of(sentences));
    List<List<CoreLabel>> labels = features.of(article);
    var found = new ArrayList<NameSpan>();
    for (int i = 0; i < labels.size(); i++) {
      SentenceList.giveUpIfInterrupted();
      if (!labels.get(i).isEmpty()) {
        addNames(i, model.classifySentence(labels.get(i)), found);
      }
    }
    return agreement.settle(article, found).stream()
        .filter(name -> !name.type().equals(OTHER_NAME))
        .map(name -> inText(name, article.get(name.sentence())))
        .toList();
  }

  private static Found inText(NameSpan name, List<NameWord> words) {
    int start = words.get(name.start()).token().start();
    NameWord last = words.get(name.end() - 1);
    boolean endsSentence =
        name.end() == words.size()
            && (last.shape() == WordShape.INITIAL || last.shape() == WordShape.DOTTED);
    boolean stop = endsSentence && last.form().endsWith(".") && !name.type().equals("PERSON");
    int end = last.token().end() - (stop ? 1 : 0); // ở cầu Chữ Y.
    return new Found(name.sentence(), start, end, name.type());
  }

  private static void addNames(int sentence, List<CoreLabel> words, List<NameSpan> names) {
    int start = 0;
    while (start < words.size()) {
      String label = words.get(start).get(AnswerAnnotation.class);
      int end = start + 1;
      while (end < words.size() && label.equals(words.get(end).get(AnswerAnnotation.class))) {
        end++;
      }
      if (!label.equals(NO_NAME)) {
        names.add(new NameSpan(sentence, start, end, label));
      }
      start = end;
    }
  }
}
