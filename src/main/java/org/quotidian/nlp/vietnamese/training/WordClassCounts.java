package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quotidian.nlp.vietnamese.ModelInput;

/** Makes {@code word-classes.txt} from raw texts: units of similar neighbours in one class. */
final class WordClassCounts {

  private static final int COARSE = 64;
  private static final int FINE = 512;
  private static final int LEAST_SEEN = 10;

  /** Only the most frequent units are contexts of their own. */
  private static final int MOST_CONTEXTS = 15_000;

  /** Other contexts: the edge of a sentence, a rare unit in capitals, another rare unit. */
  private static final int OTHERS = 3;

  private static final int SHORTEST_SENTENCE = 3; // words

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> known = new HashMap<>();
  private final List<String[]> sentences = new ArrayList<>();

  private WordClassCounts() {}

  /**
   * Writes the list.
   *
   * @param texts JSON Lines with {@code doc} or {@code id}, and {@code text}
   * @param without keys of texts that are reserved for evaluation
   * @throws IOException if a file cannot be read or written
   */
  static void write(List<Path> texts, Set<String> without, Path list) throws IOException {
    var counts = new WordClassCounts();
    ModelInput input = ModelInput.load();
    Set<String> seen = new HashSet<>();
    for (Path file : texts) {
      AnnotationFile.texts(file)
          .forEach(
              (key, text) -> {
                if (!without.contains(key) && seen.add(text)) {
                  input.units(text).forEach(counts::add);
                }
              });
    }
    Files.write(list, counts.lines());
  }

  private void add(List<String> units) {
    if (units.size() < SHORTEST_SENTENCE) {
      return;
    }
    String[] shared = new String[units.size()];
    for (int i = 0; i < shared.length; i++) {
      shared[i] = known.computeIfAbsent(units.get(i), unit -> unit);
      counts.merge(shared[i], 1, Integer::sum);
    }
    sentences.add(shared);
  }

  private List<String> lines() {
    List<String> units =
        counts.entrySet().stream()
            .filter(unit -> unit.getValue() >= LEAST_SEEN)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    ExchangeClustering clustering = clustering(units);
    int[] coarse = clustering.classes(COARSE);
    int[] fine = clustering.classes(FINE);
    var lines = new ArrayList<String>();
    for (int i = 0; i < units.size(); i++) {
      if (!units.get(i).startsWith("#")) { // a comment in the list
        lines.add(units.get(i) + "\t" + coarse[i] + "\t" + fine[i]);
      }
    }
    lines.sort(Comparator.naturalOrder());
    lines.add(
        0,
        "# Units of raw news and the classes in which their neighbours put them: unit, one of "
            + COARSE
            + ", one of "
            + FINE
            + ".");
    return lines;
  }

  private ExchangeClustering clustering(List<String> units) {
    var numbers = new HashMap<String, Integer>();
    units.forEach(unit -> numbers.put(unit, numbers.size()));
    int ofOneSide = Math.min(units.size(), MOST_CONTEXTS) + OTHERS;
    long[] pairs = new long[2 * sentences.stream().mapToInt(sentence -> sentence.length).sum()];
    int size = 0;
    for (String[] sentence : sentences) {
      for (int i = 0; i < sentence.length; i++) {
        Integer unit = numbers.get(sentence[i]);
        if (unit != null) {
          long row = (long) unit << Integer.SIZE;
          pairs[size++] = row | context(sentence, i - 1, numbers, ofOneSide);
          pairs[size++] = row | (ofOneSide + context(sentence, i + 1, numbers, ofOneSide));
        }
      }
    }
    Arrays.parallelSort(pairs, 0, size);
    return counted(units.size(), 2 * ofOneSide, pairs, size);
  }

  private static int context(
      String[] sentence, int i, Map<String, Integer> numbers, int ofOneSide) {
    int frequent = ofOneSide - OTHERS;
    if (i < 0 || i >= sentence.length) {
      return frequent;
    }
    int number = numbers.getOrDefault(sentence[i], Integer.MAX_VALUE);
    if (number < frequent) {
      return number;
    }
    return Character.isUpperCase(sentence[i].charAt(0)) ? frequent + 1 : frequent + 2;
  }

  /**
   * @param pairs sorted: unit in the upper, context in the lower half
   */
  private static ExchangeClustering counted(int units, int contexts, long[] pairs, int size) {
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      distinct += i == 0 || pairs[i] != pairs[i - 1] ? 1 : 0;
    }
    int[] starts = new int[units + 1];
    int[] context = new int[distinct];
    int[] count = new int[distinct];
    int pair = -1;
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pair++;
        context[pair] = (int) pairs[i];
        starts[(int) (pairs[i] >>> Integer.SIZE) + 1] = pair + 1;
      }
      count[pair]++;
    }
    for (int unit = 1; unit <= units; unit++) {
      starts[unit] = Math.max(starts[unit], starts[unit - 1]);
    }
    return new ExchangeClustering(contexts, starts, context, count);
  }
}
