package org.quotidian.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises paragraphs that consist of one of a list of phrases, in which {@code *} matches any
 * words. Immutable and thread-safe.
 */
final class PhraseList {

  /** Longer paragraphs are prose, even if they contain a phrase. */
  private static final int MOST_WORDS = 45;

  private static final int MOST_CHARACTERS = 400;

  private static final char GAP = '*';

  private final Set<String> whole = new HashSet<>();
  private final Map<Character, List<List<String>>> withGaps =
      new HashMap<>(); // by their first letter, or GAP

  /**
   * @param phrases as {@link PagePhrases#bare} makes them
   */
  PhraseList(List<String> phrases) {
    for (String phrase : phrases) {
      if (phrase.indexOf(GAP) < 0) {
        whole.add(phrase);
      } else {
        withGaps
            .computeIfAbsent(phrase.charAt(0), letter -> new ArrayList<>())
            .add(List.of(phrase.split("\\*", -1)));
      }
    }
  }

  boolean matches(Block block) {
    return block.words() <= MOST_WORDS && matchesBare(block.bare());
  }

  static boolean isTooLong(String words) {
    return words.length() > MOST_CHARACTERS;
  }

  /** Whether {@code words} match one of the phrases. */
  boolean matches(String words) {
    return matchesBare(PagePhrases.bare(words));
  }

  private boolean matchesBare(String bare) {
    if (bare.isEmpty()) {
      return false;
    }
    return whole.contains(bare)
        || matchesOneOf(withGaps.getOrDefault(bare.charAt(0), List.of()), bare)
        || matchesOneOf(withGaps.getOrDefault(GAP, List.of()), bare);
  }

  private static boolean matchesOneOf(List<List<String>> phrases, String bare) {
    for (List<String> parts : phrases) {
      if (matches(bare, parts)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text consists of these parts in order, with anything between them. */
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
