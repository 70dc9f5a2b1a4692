package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/** Finds the names in a sentence with the model that {@link Training} made. Thread-safe. */
final class NameTagger {

  private static final String MODEL = "names.crf.ser.gz";

  private final CRFClassifier<CoreLabel> model;

  NameTagger(CRFClassifier<CoreLabel> model) {
    this.model = model;
  }

  static NameTagger load() {
    try (InputStream in = NameTagger.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + MODEL);
      }
      return new NameTagger(CRFClassifier.getClassifier(new GZIPInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + MODEL, e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not a model for this version: " + MODEL, e);
    }
  }

  void addMentions(Sentence sentence, List<EntityMention> mentions) {
    List<CoreLabel> words = model.classifySentence(labels(sentence.tokens()));
    int i = 0;
    while (i < words.size()) {
      String label = words.get(i).get(AnswerAnnotation.class);
      int end = i + 1;
      while (end < words.size() && label.equals(words.get(end).get(AnswerAnnotation.class))) {
        end++;
      }
      if (!label.equals("O")) {
        int from = sentence.tokens().get(i).start();
        int to = sentence.tokens().get(end - 1).end();
        mentions.add(
            new EntityMention(sentence.index(), EntityType.valueOf(label), from, to, "", ""));
      }
      i = end;
    }
  }

  static List<CoreLabel> labels(List<Token> tokens) {
    var labels = new ArrayList<CoreLabel>(tokens.size());
    for (Token token : tokens) {
      var label = new CoreLabel();
      label.setWord(Syllables.normal(token.text()));
      labels.add(label);
    }
    return labels;
  }
}
