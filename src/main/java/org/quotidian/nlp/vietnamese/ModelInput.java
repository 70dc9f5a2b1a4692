package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as the name model sees them, for training and counting: the same paragraphs, sentences,
 * words and features as when names are found. Immutable and thread-safe.
 */
public final class ModelInput {

  private final VietnameseSentences reader;
  private final NameFeatures features;
  private final NameEdges edges;
  private final CapitalRatios ratios;
  private final Compounds compounds;

  private ModelInput(
      VietnameseSentences reader,
      NameFeatures features,
      NameEdges edges,
      CapitalRatios ratios,
      Compounds compounds) {
    this.reader = reader;
    this.features = features;
    this.edges = edges;
    this.ratios = ratios;
    this.compounds = compounds;
  }

  /** Reads the word lists. */
  public static ModelInput load() {
    return new ModelInput(
        VietnameseSentences.load(),
        NameFeatures.load(),
        NameEdges.load(),
        CapitalRatios.load(),
        Compounds.load());
  }

  /** A name in a text, in UTF-16 offsets. */
  public record Name(int start, int end, String type) {}

  /**
   * The words of each sentence with their features ({@link GivenFeatures}) and the right label
   * ({@link AnswerAnnotation}).
   *
   * @param names in text order, not overlapping
   */
  public List<List<CoreLabel>> labelled(String text, List<Name> names) {
    List<List<NameWord>> words = NameWord.of(reader.sentences(text));
    List<List<CoreLabel>> labels = features.of(words);
    for (List<CoreLabel> sentence : labels) {
      sentence.forEach(word -> word.set(AnswerAnnotation.class, NameTagger.NO_NAME));
    }
    for (NameSpan name : edges.trimmed(words, spans(words, names))) {
      for (int i = name.start(); i < name.end(); i++) {
        labels.get(name.sentence()).get(i).set(AnswerAnnotation.class, name.type());
      }
    }
    return labels;
  }

  /** The units of each sentence, as {@link WordUnits} divides it. */
  public List<List<String>> units(String text) {
    var sentences = new ArrayList<List<String>>();
    for (List<NameWord> words : NameWord.of(reader.sentences(text))) {
      List<CapitalRun> runs = CapitalRun.in(words, ratios);
      sentences.add(
          WordUnits.in(words, runs, compounds).stream().map(WordUnits.Unit::text).toList());
    }
    return sentences;
  }

  /** The names as words. One that extends beyond the end of a sentence has a part in each. */
  private static List<NameSpan> spans(List<List<NameWord>> sentences, List<Name> names) {
    var spans = new ArrayList<NameSpan>();
    for (int s = 0; s < sentences.size(); s++) {
      List<NameWord> words = sentences.get(s);
      for (Name name : names) {
        int start = 0;
        while (start < words.size() && words.get(start).token().end() <= name.start()) {
          start++;
        }
        int end = start;
        while (end < words.size() && words.get(end).token().start() < name.end()) {
          end++;
        }
        if (start < end) {
          spans.add(new NameSpan(s, start, end, name.type()));
        }
      }
    }
    return spans;
  }
}
