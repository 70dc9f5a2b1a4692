package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.sequences.Clique;
import edu.stanford.nlp.sequences.FeatureFactory;
import edu.stanford.nlp.util.PaddedList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes to CoreNLP's classifier the features that {@link NameFeatures} has added to each token.
 * Those depend on the whole article, but the classifier sees one sentence at a time. The name of
 * this class is part of every model.
 */
public final class GivenFeatures extends FeatureFactory<CoreLabel> {

  private static final long serialVersionUID = 1;

  /** Features of a single label. */
  public static final class OfToken implements CoreAnnotation<List<String>> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<List<String>> getType() {
      return (Class) List.class;
    }
  }

  /** Features of the transition from the previous label. */
  public static final class OfStep implements CoreAnnotation<List<String>> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<List<String>> getType() {
      return (Class) List.class;
    }
  }

  @Override
  public Collection<String> getCliqueFeatures(
      PaddedList<CoreLabel> sentence, int position, Clique clique) {
    if (clique.equals(cliqueC)) {
      return orNone(sentence.get(position).get(OfToken.class));
    }
    if (clique.equals(cliqueCpC)) {
      return orNone(sentence.get(position).get(OfStep.class));
    }
    return List.of();
  }

  /** Padding of a sentence has no features. */
  private static Collection<String> orNone(@Nullable List<String> features) {
    return features == null ? List.of() : features;
  }
}
