package org.quotidian.source;

/**
 * A set of hashes in one array, at 11 to 23 bytes each. A set of objects would take five times as
 * much, and files have millions of records. The hashes must be evenly distributed.
 */
final class LongSet {

  private static final double MOST_FULL = 0.7;

  private long[] slots = new long[64];
  private int size;
  private boolean hasZero;

  /** Adds a hash; returns whether it was new. */
  boolean add(long hash) {
    if (hash == 0) { // zero marks empty slots, so it is kept separately
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

  boolean contains(long hash) {
    return hash == 0 ? hasZero : slots[slot(hash)] == hash;
  }

  /** The slot of the hash, or the empty slot where it belongs. */
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
