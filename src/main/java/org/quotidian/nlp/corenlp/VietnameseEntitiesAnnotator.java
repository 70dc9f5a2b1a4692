package org.quotidian.nlp.corenlp;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.Annotator;
import java.util.Properties;
import java.util.Set;
import org.quotidian.nlp.vietnamese.VietnamesePipeline;

/**
 * Finds names, dates and amounts in a CoreNLP pipeline, in place of {@code ner} and {@code
 * entitymentions}. Dates are relative to {@link CoreAnnotations.DocDateAnnotation}, if present.
 * Named in {@code StanfordCoreNLP-vietnamese.properties}. All instances share one model and are
 * thread-safe.
 */
public final class VietnameseEntitiesAnnotator implements Annotator {

  /** The constructor that CoreNLP calls for custom annotators. */
  public VietnameseEntitiesAnnotator(String name, Properties properties) {}

  @Override
  public void annotate(Annotation annotation) {
    Annotations.writeMentions(
        VietnamesePipeline.SHARED
            .get()
            .entities(Annotations.article(annotation), Annotations.sentences(annotation)),
        annotation);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requires() {
    return Set.of(
        CoreAnnotations.TextAnnotation.class,
        CoreAnnotations.TokensAnnotation.class,
        CoreAnnotations.SentencesAnnotation.class);
  }

  @Override
  public Set<Class<? extends CoreAnnotation>> requirementsSatisfied() {
    return Set.of(
        CoreAnnotations.NamedEntityTagAnnotation.class,
        CoreAnnotations.NormalizedNamedEntityTagAnnotation.class,
        CoreAnnotations.MentionsAnnotation.class);
  }
}
