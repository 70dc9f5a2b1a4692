package org.quotidian.quote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the longest matching entry of one or several words, ignoring case. */
final class WordTree<V> {

  /** An entry and the number of tokens it covers. */
  record Match<V>(V value, int length) {}

  /** Letters of the first part of a compound, and of the last. */
  private static final int SHORTEST_PART = 3;

  private final Map<String, WordTree<V>> next = new HashMap<>();
  private final boolean compounds;
  private @Nullable V value;

  WordTree() {
    this(false);
  }

  /**
   * @param compounds whether the end of a word counts if the word is not listed: <i>Sprecher</i> in
   *     <i>Polizeisprecher</i>
   */
  WordTree(boolean compounds) {
    this.compounds = compounds;
  }

  /** Adds an entry; the words stand between blanks. The first of two equal entries stays. */
  void put(String words, V value) {
    WordTree<V> node = this;
    for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
      node = node.next.computeIfAbsent(word, w -> new WordTree<>());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  /** The longest entry whose words stand at {@code from} and end before {@code limit}. */
  @Nullable Match<V> longestAt(String[] lowerCase, int from, int limit) {
    Match<V> best = null;
    WordTree<V> node = this;
    for (int i = from; i < limit; i++) {
      node = node.next.get(lowerCase[i]);
      if (node == null) {
        break;
      }
      V found = node.value;
      if (found != null) {
        best = new Match<>(found, i + 1 - from);
      }
    }
    if (best == null && compounds && from < limit) {
      V last = lastPart(lowerCase[from]);
      best = last == null ? null : new Match<>(last, 1);
    }
    return best;
  }

  /** The value of an entry of exactly this one word. */
  @Nullable V of(String lowerCase) {
    WordTree<V> node = next.get(lowerCase);
    V found = node == null ? null : node.value;
    return found == null && compounds ? lastPart(lowerCase) : found;
  }

  private @Nullable V lastPart(String word) {
    for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      WordTree<V> node = next.get(word.substring(i));
      if (node != null && node.value != null) {
        return node.value;
      }
    }
    return null;
  }
}
