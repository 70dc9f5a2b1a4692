package org.quotidian.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts in how many articles each pair of a few given names occurs together. Memory grows with the
 * square of the number of names, not with the number of mentions.
 */
public final class CoOccurrence {

  private final List<Key> names = new ArrayList<>();
  private final Map<Key, Integer> positions = new HashMap<>();
  private final int[][] together;
  private final BitSet inArticle = new BitSet();
  private String article = "";

  private record Key(String type, String name) {}

  /** Two names and the number of articles that contain both. */
  public record Pair(
      String first, String firstType, String second, String secondType, int articles) {}

  /**
   * @param names by type
   */
  public CoOccurrence(Map<String, List<String>> names) {
    names.forEach((type, all) -> all.forEach(name -> this.names.add(new Key(type, name))));
    this.names.forEach(key -> positions.put(key, positions.size()));
    this.together = new int[this.names.size()][this.names.size()];
  }

  /** Adds a mention. All mentions of an article must be added before those of the next. */
  public void add(String articleId, String type, String name) {
    if (!articleId.equals(article)) {
      countArticle();
      article = articleId;
    }
    Integer position = positions.get(new Key(type, name));
    if (position != null) {
      inArticle.set(position);
    }
  }

  /** The pairs that occur together in the most articles, and in at least two. */
  public List<Pair> pairs(int most) {
    countArticle();
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(
            a ->
                IntStream.range(a + 1, names.size())
                    .filter(b -> together[a][b] > 1)
                    .mapToObj(b -> pair(names.get(a), names.get(b), together[a][b])))
        .sorted(
            Comparator.comparingInt((Pair pair) -> -pair.articles())
                .thenComparing(Pair::first)
                .thenComparing(Pair::second))
        .limit(most)
        .toList();
  }

  private static Pair pair(Key first, Key second, int articles) {
    return new Pair(first.name(), first.type(), second.name(), second.type(), articles);
  }

  private void countArticle() {
    inArticle.stream()
        .forEach(
            a -> {
              for (int b = inArticle.nextSetBit(a + 1); b >= 0; b = inArticle.nextSetBit(b + 1)) {
                together[a][b]++;
              }
            });
    inArticle.clear();
  }
}
