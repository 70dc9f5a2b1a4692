package org.quotidian.nlp.vietnamese.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quotidian.nlp.vietnamese.WordInput;
import org.quotidian.nlp.vietnamese.WordInput.Tagged;
import org.quotidian.nlp.vietnamese.WordModel;

/** Makes {@code word-uses.txt}: how a model of words reads syllables and pairs in raw news. */
final class WordUseCounts {

  private static final int LEAST_SEEN = 10;

  /** Two syllables that are less often in one word are not listed: tenths. */
  private static final int LEAST_JOINED = 1;

  /** A second tag that is rarer is not listed: tenths. */
  private static final int LEAST_SECOND = 1;

  private static final String HEAD =
      """
      # How a first model of words read raw news. A syllable, its commonest tag, how common in fifths, and a second tag if there is one.
      # Two syllables, how often they were in one word in tenths (9 is 0.9 or more), and the commonest class of that word.""";

  private final Map<String, Map<String, Integer>> syllables = new HashMap<>();
  private final Map<String, Map<String, Integer>> words = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();

  private WordUseCounts() {}

  /**
   * Writes the list.
   *
   * @throws IOException if a file cannot be read or written
   */
  static void write(
      WordInput input, WordModel model, List<Path> texts, Set<String> without, Path list)
      throws IOException {
    var counts = new WordUseCounts();
    Set<String> seen = new HashSet<>();
    for (Path file : texts) {
      AnnotationFile.texts(file)
          .forEach(
              (key, text) -> {
                if (!without.contains(key) && seen.add(text)) {
                  input.tagged(text, model).forEach(counts::add);
                }
              });
    }
    Files.write(list, counts.lines());
  }

  private void add(List<Tagged> sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Tagged here = sentence.get(i);
      count(syllables, here.syllable(), here.tag().toString());
      if (i > 0) {
        String pair = sentence.get(i - 1).syllable() + " " + here.syllable();
        pairs.merge(pair, 1, Integer::sum);
        if (!here.tag().first()) {
          count(words, pair, here.tag().wordClass());
        }
      }
    }
  }

  private static void count(
      Map<String, Map<String, Integer>> counts, String syllables, String tag) {
    counts.computeIfAbsent(syllables, key -> new TreeMap<>()).merge(tag, 1, Integer::sum);
  }

  private List<String> lines() {
    var uses = new TreeMap<String, String>();
    syllables.forEach(
        (syllable, tags) -> {
          if (sum(tags) >= LEAST_SEEN && Character.isLetter(syllable.charAt(0))) {
            uses.put(syllable, use(tags));
          }
        });
    words.forEach(
        (pair, classes) -> {
          int all = pairs.getOrDefault(pair, 0);
          int tenths = 10 * sum(classes) / Math.max(1, all);
          boolean letters =
              Character.isLetter(pair.charAt(0))
                  && Character.isLetter(pair.charAt(pair.indexOf(' ') + 1));
          if (all >= LEAST_SEEN && tenths >= LEAST_JOINED && letters) {
            uses.put(pair, Math.min(9, tenths) + " " + commonest(classes));
          }
        });
    var lines = new ArrayList<String>();
    lines.add(HEAD);
    uses.forEach((syllables, use) -> lines.add(syllables + "\t" + use));
    return lines;
  }

  private static String use(Map<String, Integer> tags) {
    String first = commonest(tags);
    int all = sum(tags);
    int fifths = 5 * tags.getOrDefault(first, 0) / all;
    var others = new TreeMap<>(tags);
    others.remove(first);
    String second = others.isEmpty() ? "" : commonest(others);
    boolean rare = 10 * others.getOrDefault(second, 0) / all < LEAST_SECOND;
    return first + " " + fifths + (rare ? "" : " " + second);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The first in the order of the alphabet if there are several. */
  private static String commonest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
