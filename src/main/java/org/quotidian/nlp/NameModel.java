package org.quotidian.nlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;

/** One of CoreNLP's models for finding names, with its labels as the types of this program. */
final class NameModel {

  private static final Map<String, EntityType> TYPES =
      Map.ofEntries(
          Map.entry("PERSON", EntityType.PERSON),
          Map.entry("PERS", EntityType.PERSON),
          Map.entry("PER", EntityType.PERSON),
          Map.entry("LOCATION", EntityType.LOCATION),
          Map.entry("LOC", EntityType.LOCATION),
          Map.entry("LUG", EntityType.LOCATION),
          Map.entry("GPE", EntityType.LOCATION),
          Map.entry("FACILITY", EntityType.LOCATION),
          Map.entry("ORGANIZATION", EntityType.ORGANIZATION),
          Map.entry("ORG", EntityType.ORGANIZATION),
          Map.entry("MISC", EntityType.MISC),
          Map.entry("OTROS", EntityType.MISC));

  private final CRFClassifier<CoreLabel> model;

  private NameModel(CRFClassifier<CoreLabel> model) {
    this.model = model;
  }

  /**
   * Reads a model.
   *
   * @param resource as in {@link CompactClassifier#read}
   */
  static NameModel read(String resource) {
    var settings = new Properties();
    // Words learnt while tagging would make results depend on the articles read before.
    settings.setProperty("maxAdditionalKnownLCWords", "0");
    return new NameModel(CompactClassifier.read(resource, settings));
  }

  /** Adds the names in a sentence, in text order. */
  void addNames(Sentence sentence, List<EntityMention> mentions) {
    List<CoreLabel> words = model.classifySentence(labels(sentence.tokens()));
    int i = 0;
    while (i < words.size()) {
      EntityType type = type(words.get(i));
      int end = i + 1;
      while (end < words.size() && type == type(words.get(end))) {
        end++;
      }
      if (type != null) {
        int start = sentence.tokens().get(i).start();
        int limit = sentence.tokens().get(end - 1).end();
        mentions.add(new EntityMention(sentence.index(), type, start, limit, "", ""));
      }
      i = end;
    }
  }

  private static @Nullable EntityType type(CoreLabel word) {
    String label = word.get(AnswerAnnotation.class);
    return TYPES.get(label.startsWith("I-") || label.startsWith("B-") ? label.substring(2) : label);
  }

  private static List<CoreLabel> labels(List<Token> tokens) {
    var labels = new ArrayList<CoreLabel>(tokens.size());
    for (Token token : tokens) {
      var label = new CoreLabel();
      label.setWord(token.text());
      label.setValue(token.text());
      label.setTag(token.tag());
      label.set(CharacterOffsetBeginAnnotation.class, token.start());
      label.set(CharacterOffsetEndAnnotation.class, token.end());
      labels.add(label);
    }
    return labels;
  }
}
