package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.sequences.Clique;
import edu.stanford.nlp.sequences.FeatureFactory;
import edu.stanford.nlp.util.PaddedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Hands CoreNLP's classifier the features that {@link NameFeatures} has put on each token: they
 * look at the whole article, and the classifier sees only a sentence. Its name is part of every
 * model.
 */
public final class GivenFeatures extends FeatureFactory<CoreLabel> {

  private static final long serialVersionUID = 1;

  /** What a single label depends on. */
  public static final class OfToken implements CoreAnnotation<List<String>> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<List<String>> getType() {
      return (Class) List.class;
    }
  }

  /** What the step from the label before to this one depends on. */
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
      return given(sentence.get(position).get(OfToken.class), "|C");
    }
    if (clique.equals(cliqueCpC)) {
      return given(sentence.get(position).get(OfStep.class), "|CpC");
    }
    return List.of();
  }

  private static Collection<String> given(
      @org.jspecify.annotations.Nullable List<String> features, String suffix) {
    if (features == null) {
      return List.of(suffix);
    }
    var result = new ArrayList<String>(features.size() + 1);
    result.add(suffix);
    for (String feature : features) {
      result.add(feature + suffix);
    }
    return result;
  }
}
