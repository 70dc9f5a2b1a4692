package org.quotidian.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Phrases that a paragraph may consist of; {@code *} in one stands for any words. Without state:
 * shared freely.
 */
final class PhraseList {

  /** Longer paragraphs are prose, whatever phrase they hold. */
  private static final int MOST_WORDS = 45;

  private static final int MOST_CHARACTERS = 400;

  private final Set<String> whole = new HashSet<>();
  private final List<List<String>> withGaps = new ArrayList<>();

  /**
   * @param phrases as {@link Phrases#bare} makes them
   */
  PhraseList(List<String> phrases) {
    for (String phrase : phrases) {
      if (phrase.indexOf('*') < 0) {
        whole.add(phrase);
      } else {
        withGaps.add(List.of(phrase.split("\\*", -1)));
      }
    }
  }

  boolean matches(Block block) {
    return block.text().length() <= MOST_CHARACTERS
        && block.words() <= MOST_WORDS
        && matches(block.text());
  }

  /** Whether {@code words} are one of the phrases. */
  boolean matches(String words) {
    String bare = Phrases.bare(words);
    return whole.contains(bare) || withGaps.stream().anyMatch(parts -> matches(bare, parts));
  }

  /** Whether the text is the parts in their order, with anything between them. */
  private static boolean matches(String text, List<String> parts) {
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (!text.startsWith(first) || text.length() < first.length() + last.length()) {
      return false;
    }
    int position = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, position);
      if (found < 0) {
        return false;
      }
      position = found + part.length();
    }
    return text.endsWith(last) && position <= text.length() - last.length();
  }
}
