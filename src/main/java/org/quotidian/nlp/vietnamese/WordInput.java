package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.Token;

/**
 * Texts as the model of words sees them, for training, counting and measuring: the same syllables
 * and features as when words are found. Immutable and thread-safe.
 */
public final class WordInput {

  private final VietnameseTokenizer tokenizer = VietnameseTokenizer.load(Abbreviations.load());
  private final VietnameseSentences reader = VietnameseSentences.load();
  private final WordFeatures features;

  private WordInput(WordFeatures features) {
    this.features = features;
  }

  /** With all lists. */
  public static WordInput load() {
    return new WordInput(WordFeatures.load(WordUses.load()));
  }

  /** Without {@code word-uses.txt}, for the first model, from which that list is made. */
  public static WordInput withoutUses() {
    return new WordInput(WordFeatures.load(new WordUses(List.of())));
  }

  /** Without any list, to measure what the lists are worth. */
  public static WordInput withoutLists() {
    return new WordInput(
        new WordFeatures(
            new CapitalRatios(List.of()),
            new Compounds(List.of()),
            new WordClasses(List.of()),
            new WordUses(List.of())));
  }

  /** A word in a text, in UTF-16 offsets. */
  public record Word(int start, int end, String wordClass) {}

  /** The features and the right tags of the syllables of a sentence. */
  public record Labelled(long[][] features, List<WordTag> tags) {}

  /** A syllable as it is counted, and its tag. */
  public record Tagged(String syllable, WordTag tag) {}

  /** The syllables of a sentence. */
  public List<Token> tokens(String sentence) {
    return tokenizer.tokens(sentence, 0, sentence.length());
  }

  /**
   * A sentence with the right tags.
   *
   * @param words in text order; together they contain every letter
   */
  public Labelled labelled(String sentence, List<Word> words) {
    List<Token> tokens = tokens(sentence);
    return new Labelled(features.of(tokens), tags(tokens, words));
  }

  /** A syllable that several words share (1990-2000) has the tag of the first. */
  public static List<WordTag> tags(List<Token> tokens, List<Word> words) {
    var tags = new ArrayList<WordTag>();
    int last = -1;
    int word = 0;
    for (Token token : tokens) {
      while (word + 1 < words.size() && words.get(word + 1).start() <= token.start()) {
        word++;
      }
      tags.add(new WordTag(words.get(word).wordClass(), word != last));
      last = word;
    }
    return tags;
  }

  /** The tags that a model gives a sentence. */
  public List<WordTag> tags(List<Token> sentence, WordModel model) {
    return model.tags(features.of(sentence), null);
  }

  /** The tags that a model gives a sentence if it is told where its words are. */
  public List<WordTag> tagsOfWords(List<Token> sentence, List<Word> words, WordModel model) {
    var firsts = new boolean[sentence.size()];
    List<WordTag> right = tags(sentence, words);
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = right.get(i).first();
    }
    return model.tags(features.of(sentence), firsts);
  }

  /** The sentences of a text as a model reads them. */
  public List<List<Tagged>> tagged(String text, WordModel model) {
    var sentences = new ArrayList<List<Tagged>>();
    for (List<Token> tokens : reader.sentences(text)) {
      List<WordTag> tags = tags(tokens, model);
      var sentence = new ArrayList<Tagged>();
      for (int i = 0; i < tags.size(); i++) {
        String written = WordFeatures.written(NameWord.of(tokens.get(i)));
        sentence.add(new Tagged(written, tags.get(i)));
      }
      sentences.add(sentence);
    }
    return sentences;
  }
}
