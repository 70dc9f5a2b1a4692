package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quotidian.nlp.vietnamese.WordInput;
import org.quotidian.nlp.vietnamese.WordModel;
import org.quotidian.nlp.vietnamese.WordTag;

/** Trains the model of Vietnamese words from treebanks, and makes the list that it uses. */
public final class WordTraining {

  /** A feature that occurs once says nothing about other sentences; half of them do. */
  private static final int LEAST_SEEN = 2;

  /** Smaller weights are left out. Two in three are, and no accuracy is lost. */
  private static final double LEAST_WEIGHT = 0.02;

  /** Chosen from 0.1, 0.3, 1 and 3 on the development part of the treebank. */
  private static final double VARIANCE = 1;

  private static final int STEP = 0; // the number of the only feature of transitions
  private static final int[] OF_STEP = {STEP};

  private WordTraining() {}

  /**
   * Trains on all treebanks and writes the model, gzipped. To use it, replace {@code
   * words.model.gz} among the resources of {@code org.quotidian.nlp.vietnamese}. The same files
   * always give the same model.
   *
   * @param treebanks in CoNLL-U; a form with blanks is a word of several syllables
   * @param model the file to write; an existing one is overwritten
   * @throws IOException if a treebank cannot be read
   */
  public static void train(List<Path> treebanks, Path model) throws IOException {
    train(treebanks, WordInput.load()).write(Files.newOutputStream(model));
  }

  /**
   * Writes {@code word-uses.txt}: how a model without this list, trained on the treebanks, reads
   * raw news. The model must be trained again afterwards.
   *
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}
   * @param without keys of texts that are reserved for evaluation
   * @param list the file to write
   * @throws IOException if a file cannot be read or written
   */
  public static void findWordUses(
      List<Path> treebanks, List<Path> texts, Set<String> without, Path list) throws IOException {
    WordInput input = WordInput.withoutUses();
    WordUseCounts.write(input, train(treebanks, input), texts, without, list);
  }

  static WordModel train(List<Path> treebanks, WordInput input) throws IOException {
    var sentences = new ArrayList<WordInput.Labelled>();
    for (Path file : treebanks) {
      for (TreebankFile.Sentence sentence : TreebankFile.read(file)) {
        sentences.add(input.labelled(sentence.text(), sentence.words()));
      }
    }
    List<String> tags =
        Stream.concat(
                Stream.of(WordModel.BEFORE),
                sentences.stream().flatMap(s -> s.tags().stream()).map(WordTag::toString).sorted())
            .distinct()
            .toList();
    Map<Long, Integer> numbers = numbers(sentences);
    int[][][][] data = new int[sentences.size()][][][];
    int[][] gold = new int[sentences.size()][];
    for (int i = 0; i < data.length; i++) {
      WordInput.Labelled sentence = sentences.get(i);
      data[i] =
          Arrays.stream(sentence.features())
              .map(features -> new int[][] {known(features, numbers), OF_STEP})
              .toArray(int[][][]::new);
      gold[i] = sentence.tags().stream().mapToInt(tag -> tags.indexOf(tag.toString())).toArray();
    }
    return model(tags, numbers, Descent.weights(data, gold, tags.size(), 0, VARIANCE));
  }

  /** The numbers of features from 1 on, in the order of their first occurrence. */
  private static Map<Long, Integer> numbers(List<WordInput.Labelled> sentences) {
    var seen = new HashMap<Long, Integer>();
    var numbers = new HashMap<Long, Integer>();
    for (WordInput.Labelled sentence : sentences) {
      for (long[] features : sentence.features()) {
        for (long feature : features) {
          if (seen.merge(feature, 1, Integer::sum) == LEAST_SEEN) {
            numbers.put(feature, numbers.size() + 1);
          }
        }
      }
    }
    return numbers;
  }

  private static int[] known(long[] features, Map<Long, Integer> numbers) {
    return Arrays.stream(features)
        .filter(numbers::containsKey)
        .mapToInt(feature -> numbers.get(feature))
        .toArray();
  }

  /**
   * @param weights of all pairs of tags, then of each feature
   */
  private static WordModel model(List<String> tags, Map<Long, Integer> numbers, double[] weights) {
    int labels = tags.size();
    short[] steps = rounded(weights, 0, labels * labels, 0);
    var kept = new TreeMap<Long, short[]>();
    numbers.forEach(
        (feature, number) -> {
          int offset = labels * labels + (number - 1) * labels;
          short[] row = rounded(weights, offset, labels, LEAST_WEIGHT);
          if (!Arrays.equals(row, new short[labels])) {
            kept.put(feature, row);
          }
        });
    short[] rows = new short[kept.size() * labels];
    long[] features = new long[kept.size()];
    int i = 0;
    for (Map.Entry<Long, short[]> feature : kept.entrySet()) {
      features[i] = feature.getKey();
      System.arraycopy(feature.getValue(), 0, rows, i++ * labels, labels);
    }
    return new WordModel(tags, steps, features, rows);
  }

  private static short[] rounded(double[] weights, int offset, int size, double least) {
    short[] parts = new short[size];
    for (int i = 0; i < size; i++) {
      double weight = weights[offset + i];
      double part = Math.abs(weight) < least ? 0 : Math.rint(weight * WordModel.PARTS_OF_ONE);
      parts[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, part));
    }
    return parts;
  }
}
