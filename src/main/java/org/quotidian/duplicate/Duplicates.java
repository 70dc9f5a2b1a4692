package org.quotidian.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the duplicates among articles in the order in which they were seen. An article is a
 * duplicate of the earliest article before it that is like it and is no duplicate itself. So one
 * that comes later changes nothing for those before it, and what a duplicate names is never a
 * duplicate: a story that drifts with every version is compared with its first version, not with
 * its last.
 *
 * <p>Candidates share four neighbouring values of their signatures (locality-sensitive hashing): of
 * texts with likeness 0.65, 998 in 1,000 do. Memory: some 12 bytes for each band in which an
 * article has a candidate, beside the signatures; time: one sort a band.
 */
public final class Duplicates {

  /** How alike two texts must be; the README tells how it was chosen. */
  public static final double LIKE = 0.65;

  private static final int BAND = 4; // values
  private static final int BANDS = TextSignature.LENGTH / BAND;

  /** So that thousands of texts from one template cannot hold up a run. */
  private static final int MOST_COMPARISONS = 1000; // a band

  private final List<TextSignature> signatures;
  private final long[][] bands;
  private final int[] firsts;

  private Duplicates(List<TextSignature> signatures) {
    this.signatures = signatures;
    this.bands = IntStream.range(0, BANDS).mapToObj(this::shared).toArray(long[][]::new);
    this.firsts = new int[signatures.size()];
  }

  /**
   * @param signatures in the order in which the articles were seen; a list with random access
   * @return for each article the index of the one that it is a duplicate of; -1 where it is none
   */
  public static int[] firsts(List<TextSignature> signatures) {
    Duplicates duplicates = new Duplicates(signatures);
    for (int i = 0; i < signatures.size(); i++) {
      duplicates.firsts[i] = signatures.get(i).isEmpty() ? -1 : duplicates.first(i);
    }
    return duplicates.firsts;
  }

  /** Band and index of every article that has the same band as another, in order. */
  private long[] shared(int band) {
    long[] keys =
        IntStream.range(0, signatures.size())
            .filter(i -> !signatures.get(i).isEmpty())
            .mapToLong(i -> key(band, i))
            .sorted()
            .toArray();
    return IntStream.range(0, keys.length)
        .filter(
            i ->
                i > 0 && sameBand(keys[i], keys[i - 1])
                    || i + 1 < keys.length && sameBand(keys[i], keys[i + 1]))
        .mapToLong(i -> keys[i])
        .toArray();
  }

  private int first(int article) {
    int first = article;
    for (int band = 0; band < BANDS; band++) {
      first = earliest(band, article, first);
    }
    return first == article ? -1 : first;
  }

  /** The earliest in a band that is like the article, before {@code limit}; else the limit. */
  private int earliest(int band, int article, int limit) {
    long[] keys = bands[band];
    long own = key(band, article);
    int begin = Arrays.binarySearch(keys, own & ~0xffffffffL);
    int comparisons = 0;
    for (int i = begin < 0 ? -begin - 1 : begin;
        i < keys.length && sameBand(keys[i], own) && comparisons < MOST_COMPARISONS;
        i++) {
      int other = (int) keys[i];
      if (other >= limit) {
        return limit;
      }
      if (firsts[other] < 0) {
        comparisons++;
        if (signatures.get(article).likeness(signatures.get(other)) >= LIKE) {
          return other;
        }
      }
    }
    return limit;
  }

  private long key(int band, int article) {
    return (long) signatures.get(article).band(band * BAND) << 32 | article;
  }

  private static boolean sameBand(long one, long other) {
    return one >> 32 == other >> 32;
  }
}
