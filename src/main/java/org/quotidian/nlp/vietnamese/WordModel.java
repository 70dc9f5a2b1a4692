package org.quotidian.nlp.vietnamese;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear chain of tags: finds the best tags of a sentence by the Viterbi algorithm. Unlike
 * CoreNLP's classifier, which visits every pair of labels, it knows that a tag such as {@code
 * +NOUN} follows {@code NOUN} or {@code +NOUN} only. Features are numbers ({@link WordFeatures}).
 * Immutable and thread-safe.
 */
public final class WordModel {

  /** The tag that stands before the first syllable of a sentence. */
  public static final String BEFORE = "PUNCT";

  /** Weights are stored as whole numbers of this part of one. */
  public static final double PARTS_OF_ONE = 256;

  private static final String MODEL = "words.model.gz";
  private static final int BUFFER = 1 << 16; // bytes
  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

  private final List<WordTag> tags;
  private final int before;
  private final int[][] earlier; // for each tag, those that may stand before it
  private final short[] steps;
  private final long[] features;
  private final short[] weights;
  private final long[] slots; // a feature and its number + 1, alternating; both 0 in empty slots

  /**
   * @param steps for each tag, the weights of the tags before it, in parts of one
   * @param features distinct
   * @param weights for each feature, the weights of the tags, in parts of one
   * @throws IllegalArgumentException if {@link #BEFORE} is no tag
   */
  public WordModel(List<String> tags, short[] steps, long[] features, short[] weights) {
    this.tags = tags.stream().map(WordTag::of).toList();
    this.before = tags.indexOf(BEFORE);
    this.steps = steps;
    this.features = features;
    this.weights = weights;
    if (before < 0) {
      throw new IllegalArgumentException("no tag " + BEFORE + " in the model");
    }
    earlier = new int[tags.size()][];
    for (int y = 0; y < earlier.length; y++) {
      WordTag tag = this.tags.get(y);
      earlier[y] =
          IntStream.range(0, tags.size())
              .filter(x -> tag.first() || tag.wordClass().equals(this.tags.get(x).wordClass()))
              .toArray();
    }
    slots = new long[2 * (Integer.highestOneBit(Math.max(1, features.length)) << 2)];
    for (int i = 0; i < features.length; i++) {
      int slot = slot(features[i]);
      slots[slot] = features[i];
      slots[slot + 1] = i + 1;
    }
  }

  /** The slot of a feature, or the empty slot where it belongs (linear probing). */
  private int slot(long feature) {
    int slot = 2 * (int) feature & slots.length - 1;
    while (slots[slot + 1] != 0 && slots[slot] != feature) {
      slot = slot + 2 & slots.length - 1;
    }
    return slot;
  }

  /**
   * The best tag of each syllable.
   *
   * @param sentence the features of each syllable
   * @param firsts which syllables begin a word, if that is known
   */
  List<WordTag> tags(long[][] sentence, boolean @Nullable [] firsts) {
    int labels = tags.size();
    var best = new int[sentence.length][labels];
    var from = new byte[sentence.length][labels];
    for (int i = 0; i < sentence.length; i++) {
      int[] sums = sums(sentence[i]);
      for (int y = 0; y < labels; y++) {
        boolean first = tags.get(y).first();
        if (i == 0 ? !first : firsts != null && firsts[i] != first) {
          best[i][y] = IMPOSSIBLE;
        } else if (i == 0) {
          best[i][y] = sums[y] + steps[y * labels + before];
        } else {
          int x = bestBefore(y, best[i - 1]);
          from[i][y] = (byte) x;
          best[i][y] = sums[y] + best[i - 1][x] + steps[y * labels + x];
        }
      }
    }
    return path(best, from);
  }

  private int[] sums(long[] ofSyllable) {
    int labels = tags.size();
    var sums = new int[labels];
    for (long feature : ofSyllable) {
      int number = (int) slots[slot(feature) + 1];
      if (number > 0) {
        int offset = (number - 1) * labels;
        for (int y = 0; y < labels; y++) {
          sums[y] += weights[offset + y];
        }
      }
    }
    return sums;
  }

  private int bestBefore(int tag, int[] best) {
    int found = earlier[tag][0];
    int highest = Integer.MIN_VALUE;
    for (int x : earlier[tag]) {
      int sum = best[x] + steps[tag * tags.size() + x];
      if (sum > highest) {
        highest = sum;
        found = x;
      }
    }
    return found;
  }

  private List<WordTag> path(int[][] best, byte[][] from) {
    var path = new ArrayList<WordTag>(best.length);
    if (best.length == 0) {
      return path;
    }
    int last = best.length - 1;
    int tag = 0;
    for (int y = 1; y < tags.size(); y++) {
      tag = best[last][y] > best[last][tag] ? y : tag;
    }
    var numbers = new int[best.length];
    for (int i = last; i >= 0; i--) {
      numbers[i] = tag;
      tag = from[i][tag];
    }
    for (int number : numbers) {
      path.add(tags.get(number));
    }
    return path;
  }

  /** Reads the model that is shipped. */
  public static WordModel load() {
    try (InputStream in = WordModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + MODEL);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + MODEL, e);
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException if it cannot be read or is no model
   */
  static WordModel read(InputStream gzipped) throws IOException {
    var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(gzipped, BUFFER), BUFFER));
    var tags = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      tags.add(in.readUTF());
    }
    short[] steps = shorts(in, tags.size() * tags.size());
    var features = new long[in.readInt()];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readLong();
    }
    return new WordModel(tags, steps, features, shorts(in, features.length * tags.size()));
  }

  private static short[] shorts(DataInputStream in, int size) throws IOException {
    var values = new short[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readShort();
    }
    return values;
  }

  /**
   * Writes the model, gzipped.
   *
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream stream) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream, BUFFER))) {
      out.writeInt(tags.size());
      for (WordTag tag : tags) {
        out.writeUTF(tag.toString());
      }
      for (short step : steps) {
        out.writeShort(step);
      }
      out.writeInt(features.length);
      for (long feature : features) {
        out.writeLong(feature);
      }
      for (short weight : weights) {
        out.writeShort(weight);
      }
    }
  }
}
