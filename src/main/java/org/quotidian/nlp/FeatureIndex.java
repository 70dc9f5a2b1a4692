package org.quotidian.nlp;

import edu.stanford.nlp.util.Index;
import java.io.Writer;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * The numbers of a model's features by their names, as {@link edu.stanford.nlp.util.HashIndex}
 * gives them, for a model that is only asked and not trained. It keeps a hash of 64 bits of each
 * name, not the name: a third of the memory, and one access to it for a feature where the other has
 * five. A name that is not in the model passes for one that is once in 10^13 times.
 *
 * <p>Open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4, algorithm
 * L) at a load of a half at most. Immutable.
 */
final class FeatureIndex extends AbstractCollection<String> implements Index<String> {

  private static final long serialVersionUID = 1;

  private final int size;
  private final long[] slots; // hash and number + 1, in turns; 0 and 0 for none
  private final int mask;

  /**
   * @throws IllegalArgumentException if two names have the same hash
   */
  FeatureIndex(Index<String> names) {
    size = names.size();
    int capacity = Integer.highestOneBit(Math.max(1, size)) << 2;
    slots = new long[2 * capacity];
    mask = capacity - 1;
    int number = 0;
    for (String name : names) {
      long hash = hash(name);
      int slot = slot(hash);
      if (slots[slot + 1] != 0) {
        throw new IllegalArgumentException("two features with the hash of " + name);
      }
      slots[slot] = hash;
      slots[slot + 1] = ++number;
    }
  }

  @Override
  public int indexOf(String name) {
    return (int) slots[slot(hash(name)) + 1] - 1;
  }

  /** Where this hash is, or would be. */
  private int slot(long hash) {
    int slot = (int) hash & mask;
    while (slots[2 * slot + 1] != 0 && slots[2 * slot] != hash) {
      slot = slot + 1 & mask;
    }
    return 2 * slot;
  }

  /** A polynomial in the characters, then the finalizer of MurmurHash3 (Appleby 2011). */
  private static long hash(String name) {
    long hash = name.length();
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + name.charAt(i);
    }
    hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
    return hash ^ hash >>> 33;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(Object name) {
    return name instanceof String string && indexOf(string) >= 0;
  }

  @Override
  public boolean isLocked() {
    return true;
  }

  @Override
  public void lock() {
    // it always is
  }

  /** As of any locked index: nothing is added. */
  @Override
  public int addToIndex(String name) {
    return indexOf(name);
  }

  @Override
  @Deprecated
  public int indexOf(String name, boolean add) {
    return indexOf(name);
  }

  @Override
  public void unlock() {
    throw withoutNames();
  }

  @Override
  public String get(int number) {
    throw withoutNames();
  }

  @Override
  public Iterator<String> iterator() {
    throw withoutNames();
  }

  @Override
  public List<String> objectsList() {
    throw withoutNames();
  }

  @Override
  public Collection<String> objects(int[] numbers) {
    throw withoutNames();
  }

  @Override
  public void saveToWriter(Writer out) {
    throw withoutNames();
  }

  @Override
  public void saveToFilename(String path) {
    throw withoutNames();
  }

  private static UnsupportedOperationException withoutNames() {
    return new UnsupportedOperationException("the names of features are not kept");
  }
}
