package org.quotidian.nlp.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.model.Section;
import org.quotidian.model.Sentence;
import org.quotidian.model.Token;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/** Converts between CoreNLP's annotations and this project's records. */
final class Annotations {

  private Annotations() {}

  static Article article(Annotation annotation) {
    String text = annotation.get(CoreAnnotations.TextAnnotation.class);
    String date = annotation.get(CoreAnnotations.DocDateAnnotation.class);
    return new Article(
        "",
        "",
        "",
        "",
        "",
        date == null ? "" : date,
        "vi",
        text,
        VietnamesePipeline.paragraphs(text),
        "");
  }

  /** Adds tokens and sentences where CoreNLP's other annotators and its writers expect them. */
  static void write(List<Sentence> sentences, Annotation annotation) {
    String text = annotation.get(CoreAnnotations.TextAnnotation.class);
    var allTokens = new ArrayList<CoreLabel>();
    var sentenceMaps = new ArrayList<CoreMap>();
    for (Sentence sentence : sentences) {
      int first = allTokens.size();
      List<CoreLabel> labels = labels(sentence, text);
      allTokens.addAll(labels);
      CoreMap map = new ArrayCoreMap();
      map.set(CoreAnnotations.SentenceIndexAnnotation.class, sentence.index());
      map.set(
          CoreAnnotations.TextAnnotation.class, text.substring(sentence.start(), sentence.end()));
      map.set(CoreAnnotations.CharacterOffsetBeginAnnotation.class, sentence.start());
      map.set(CoreAnnotations.CharacterOffsetEndAnnotation.class, sentence.end());
      map.set(CoreAnnotations.TokensAnnotation.class, labels);
      map.set(CoreAnnotations.TokenBeginAnnotation.class, first);
      map.set(CoreAnnotations.TokenEndAnnotation.class, allTokens.size());
      sentenceMaps.add(map);
    }
    setBlanks(allTokens, text);
    annotation.set(CoreAnnotations.TokensAnnotation.class, allTokens);
    annotation.set(CoreAnnotations.SentencesAnnotation.class, sentenceMaps);
  }

  private static List<CoreLabel> labels(Sentence sentence, String text) {
    var labels = new ArrayList<CoreLabel>();
    for (Token token : sentence.tokens()) {
      var label = new CoreLabel();
      label.setWord(token.text());
      label.setValue(token.text());
      label.setOriginalText(text.substring(token.start(), token.end()));
      label.setBeginPosition(token.start());
      label.setEndPosition(token.end());
      label.setTag(token.tag());
      label.setIndex(labels.size() + 1);
      label.setSentIndex(sentence.index());
      label.set(CoreAnnotations.IsNewlineAnnotation.class, false);
      labels.add(label);
    }
    return labels;
  }

  private static void setBlanks(List<CoreLabel> tokens, String text) {
    int last = 0;
    for (int i = 0; i < tokens.size(); i++) {
      CoreLabel token = tokens.get(i);
      String before = text.substring(last, token.beginPosition());
      token.setBefore(before);
      if (i > 0) {
        tokens.get(i - 1).setAfter(before);
      }
      token.set(CoreAnnotations.TokenBeginAnnotation.class, i);
      token.set(CoreAnnotations.TokenEndAnnotation.class, i + 1);
      last = token.endPosition();
    }
    if (!tokens.isEmpty()) {
      tokens.get(tokens.size() - 1).setAfter(text.substring(last));
    }
  }

  /** The sentences added by an earlier annotator. */
  static List<Sentence> sentences(Annotation annotation) {
    var sentences = new ArrayList<Sentence>();
    for (CoreMap map : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      var tokens = new ArrayList<Token>();
      for (CoreLabel label : map.get(CoreAnnotations.TokensAnnotation.class)) {
        tokens.add(
            new Token(
                label.originalText(),
                label.tag() == null ? "" : label.tag(),
                label.beginPosition(),
                label.endPosition()));
      }
      sentences.add(
          new Sentence(
              sentences.size(),
              0,
              Section.BODY,
              map.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
              map.get(CoreAnnotations.CharacterOffsetEndAnnotation.class),
              tokens));
    }
    return sentences;
  }

  /** Adds mentions to tokens, sentences and the document. */
  static void writeMentions(List<EntityMention> mentions, Annotation annotation) {
    List<CoreMap> sentences = annotation.get(CoreAnnotations.SentencesAnnotation.class);
    var all = new ArrayList<CoreMap>();
    for (CoreMap sentence : sentences) {
      sentence.set(CoreAnnotations.MentionsAnnotation.class, new ArrayList<>());
      for (CoreLabel token : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
        token.setNER("O");
      }
    }
    for (EntityMention mention : mentions) {
      CoreMap map = mention(mention, sentences.get(mention.sentence()), annotation);
      map.set(CoreAnnotations.EntityMentionIndexAnnotation.class, all.size());
      all.add(map);
      sentences.get(mention.sentence()).get(CoreAnnotations.MentionsAnnotation.class).add(map);
    }
    annotation.set(CoreAnnotations.MentionsAnnotation.class, all);
  }

  private static CoreMap mention(EntityMention mention, CoreMap sentence, Annotation annotation) {
    var covered = new ArrayList<CoreLabel>();
    for (CoreLabel token : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
      if (token.beginPosition() < mention.end() && mention.start() < token.endPosition()) {
        token.setNER(mention.type().name());
        if (mention.type() != EntityType.MISC && !mention.normalized().isEmpty()) {
          token.set(CoreAnnotations.NormalizedNamedEntityTagAnnotation.class, mention.normalized());
        }
        covered.add(token);
      }
    }
    String text = annotation.get(CoreAnnotations.TextAnnotation.class);
    CoreMap map = new ArrayCoreMap();
    map.set(CoreAnnotations.TextAnnotation.class, text.substring(mention.start(), mention.end()));
    map.set(CoreAnnotations.CharacterOffsetBeginAnnotation.class, mention.start());
    map.set(CoreAnnotations.CharacterOffsetEndAnnotation.class, mention.end());
    map.set(CoreAnnotations.SentenceIndexAnnotation.class, mention.sentence());
    map.set(CoreAnnotations.EntityTypeAnnotation.class, mention.type().name());
    map.set(CoreAnnotations.NamedEntityTagAnnotation.class, mention.type().name());
    // CoreNLP's writers need one.
    map.set(CoreAnnotations.NamedEntityTagProbsAnnotation.class, Map.of());
    map.set(CoreAnnotations.TokensAnnotation.class, covered);
    map.set(
        CoreAnnotations.TokenBeginAnnotation.class,
        covered.get(0).get(CoreAnnotations.TokenBeginAnnotation.class));
    map.set(
        CoreAnnotations.TokenEndAnnotation.class,
        covered.get(covered.size() - 1).get(CoreAnnotations.TokenEndAnnotation.class));
    if (!mention.normalized().isEmpty()) {
      map.set(CoreAnnotations.NormalizedNamedEntityTagAnnotation.class, mention.normalized());
    }
    return map;
  }
}
