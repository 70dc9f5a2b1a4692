package org.quotidian.nlp.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;
import org.quotidian.nlp.vietnamese.WordTagger;

/**
 * Finds syllables, their tags and sentences in a CoreNLP pipeline, in place of {@code tokenize},
 * {@code ssplit} and {@code pos}. {@link org.quotidian.nlp.vietnamese.WordTag} reads words and
 * their classes from the tags. Named in {@code StanfordCoreNLP-vietnamese.properties}. Thread-safe.
 */
public final class VietnameseTokensAnnotator implements Annotator {

  private final WordTagger words = WordTagger.load();

  /** The constructor that CoreNLP calls for custom annotators. */
  public VietnameseTokensAnnotator(String name, Properties properties) {}

  @Override
  public void annotate(Annotation annotation) {
    List<Sentence> sentences =
        VietnamesePipeline.SHARED.get().sentences(Annotations.article(annotation));
    Annotations.write(sentences.stream().map(this::tagged).toList(), annotation);
  }

  private Sentence tagged(Sentence sentence) {
    return new Sentence(
        sentence.index(),
        sentence.paragraph(),
        sentence.section(),
        sentence.start(),
        sentence.end(),
        words.tagged(sentence.tokens()));
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of();
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(
        CoreAnnotations.TextAnnotation.class,
        CoreAnnotations.TokensAnnotation.class,
        CoreAnnotations.CharacterOffsetBeginAnnotation.class,
        CoreAnnotations.CharacterOffsetEndAnnotation.class,
        CoreAnnotations.BeforeAnnotation.class,
        CoreAnnotations.AfterAnnotation.class,
        CoreAnnotations.TokenBeginAnnotation.class,
        CoreAnnotations.TokenEndAnnotation.class,
        CoreAnnotations.PositionAnnotation.class,
        CoreAnnotations.IndexAnnotation.class,
        CoreAnnotations.OriginalTextAnnotation.class,
        CoreAnnotations.ValueAnnotation.class,
        CoreAnnotations.PartOfSpeechAnnotation.class,
        CoreAnnotations.IsNewlineAnnotation.class,
        CoreAnnotations.SentencesAnnotation.class,
        CoreAnnotations.SentenceIndexAnnotation.class);
  }
}
