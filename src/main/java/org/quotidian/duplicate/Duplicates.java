package org.quotidian.duplicate;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Finds duplicates among articles, in the order in which they were first seen. An article is a
 * duplicate of the earliest article that resembles it and is not itself a duplicate. So a new
 * article changes nothing for older ones, and a duplicate never points to another duplicate. A
 * story that changes with every version is compared with its first version, not with its latest.
 *
 * <p>Candidates share four adjacent values of their signatures (locality-sensitive hashing); of
 * texts with similarity 0.65, 998 in 1,000 do. Memory: about 30 bytes per article. Disk: the
 * signatures, and 8 bytes for each band in which an article has a candidate. Time: one sort per
 * band.
 */
public final class Duplicates {

  /** How similar two texts must be. docs/articles.md explains the choice. */
  public static final double LIKE = 0.65;

  private static final int BAND = 4; // values
  private static final int BANDS = TextSignature.LENGTH / BAND;

  /** Limits the work on thousands of texts made from one template. */
  private static final int MOST_COMPARISONS = 1000; // per band

  private final Signatures signatures;
  private final int[] order; // articles in the order in which they were first seen
  private final List<LongBuffer> bands;
  private final int[] firsts; // by position in that order, as are all positions below

  private Duplicates(Signatures signatures, int[] order, List<LongBuffer> bands) {
    this.signatures = signatures;
    this.order = order;
    this.bands = bands;
    this.firsts = new int[order.length];
  }

  /**
   * @param moments when each article was first seen, in any unit; of two at the same moment, the
   *     one with the lower index counts as earlier
   * @return for each article, the index of the article that it duplicates; -1 if it is not a
   *     duplicate
   */
  public static int[] firsts(Signatures signatures, long[] moments) {
    int[] places = places(moments);
    int[] order = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      order[places[i]] = i;
    }
    try (TemporaryFile file = new TemporaryFile()) {
      return new Duplicates(signatures, order, bands(signatures, places, file)).firsts(places);
    }
  }

  private int[] firsts(int[] places) {
    for (int place = 0; place < order.length; place++) {
      firsts[place] = signatures.isEmpty(order[place]) ? -1 : first(place);
    }
    return Arrays.stream(places)
        .map(place -> firsts[place] < 0 ? -1 : order[firsts[place]])
        .toArray();
  }

  /** The position of each article in the order in which they were first seen. */
  private static int[] places(long[] moments) {
    long[] sorted = moments.clone();
    Arrays.sort(sorted);
    int[] atOnce = new int[moments.length];
    int[] places = new int[moments.length];
    for (int i = 0; i < moments.length; i++) {
      int first = firstFrom(moments[i], sorted.length, at -> sorted[at]);
      places[i] = first + atOnce[first]++;
    }
    return places;
  }

  /** The index of the first of {@code size} sorted numbers that is not less than {@code number}. */
  private static int firstFrom(long number, int size, IntToLongFunction sorted) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted.applyAsLong(middle) < number) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /**
   * For each band, the value and position of every article that shares its value with another,
   * sorted.
   */
  private static List<LongBuffer> bands(Signatures signatures, int[] places, TemporaryFile file) {
    long[] keys = new long[places.length];
    int[] sizes = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int number = 0;
      for (int i = 0; i < places.length; i++) {
        if (!signatures.isEmpty(i)) {
          keys[number++] = key(signatures.band(i, band * BAND), places[i]);
        }
      }
      Arrays.sort(keys, 0, number);
      for (int i = 0; i < number; i++) {
        if (i > 0 && sameBand(keys[i], keys[i - 1])
            || i + 1 < number && sameBand(keys[i], keys[i + 1])) {
          file.write(keys[i]);
          sizes[band]++;
        }
      }
    }
    List<LongBuffer> bands = new ArrayList<>();
    long from = 0;
    for (int size : sizes) {
      long bytes = (long) size * Long.BYTES;
      bands.add(file.map(from, bytes).asLongBuffer());
      from += bytes;
    }
    return bands;
  }

  private int first(int place) {
    TextSignature signature = signatures.get(order[place]);
    int first = place;
    for (int band = 0; band < BANDS; band++) {
      first = earliest(band, place, signature, first);
    }
    return first == place ? -1 : first;
  }

  /**
   * The position of the earliest article in the band, before {@code limit}, that resembles this
   * one; otherwise {@code limit}.
   */
  private int earliest(int band, int place, TextSignature signature, int limit) {
    LongBuffer keys = bands.get(band);
    long own = key(signature.band(band * BAND), place);
    int comparisons = 0;
    for (int i = firstFrom(own & ~0xffffffffL, keys.limit(), keys::get);
        i < keys.limit() && sameBand(keys.get(i), own) && comparisons < MOST_COMPARISONS;
        i++) {
      int other = (int) keys.get(i);
      if (other >= limit) {
        return limit;
      }
      if (firsts[other] < 0) {
        comparisons++;
        if (signature.likeness(signatures.get(order[other])) >= LIKE) {
          return other;
        }
      }
    }
    return limit;
  }

  private static long key(int value, int place) {
    return (long) value << 32 | place;
  }

  private static boolean sameBand(long one, long other) {
    return one >> 32 == other >> 32;
  }
}
