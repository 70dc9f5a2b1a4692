package org.quotidian.nlp.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.util.Properties;
import java.util.Set;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/**
 * Finds syllables and sentences in a CoreNLP pipeline, in place of {@code tokenize} and {@code
 * ssplit}. Named in {@code StanfordCoreNLP-vietnamese.properties}. All instances share one model
 * and are thread-safe.
 */
public final class VietnameseTokensAnnotator implements Annotator {

  /** The constructor that CoreNLP calls for custom annotators. */
  public VietnameseTokensAnnotator(String name, Properties properties) {}

  @Override
  public void annotate(Annotation annotation) {
    Annotations.write(
        VietnamesePipeline.SHARED.get().sentences(Annotations.article(annotation)), annotation);
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
        CoreAnnotations.IsNewlineAnnotation.class,
        CoreAnnotations.SentencesAnnotation.class,
        CoreAnnotations.SentenceIndexAnnotation.class);
  }
}
