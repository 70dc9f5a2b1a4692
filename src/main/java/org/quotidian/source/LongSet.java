package org.quotidian.source;

/**
 * A set of hashes in one array, 11 to 23 bytes each: a set of objects takes five times that, and
 * files have millions of records. Its numbers must be spread evenly already.
 */
final class LongSet {

  private static final double MOST_FULL = 0.7;

  private long[] slots = new long[64];
  private int size;
  private boolean hasZero;

  /** Whether it was not there yet. */
  boolean add(long hash) {
    if (hash == 0) { // an empty slot
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size >= MOST_FULL * slots.length) {
      grow();
    }
    int slot = slot(hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    size++;
    return true;
  }

  /** Where it is, or the empty slot where it belongs. */
  private int slot(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long hash : old) {
      if (hash != 0) {
        slots[slot(hash)] = hash;
      }
    }
  }
}
