package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quotidian.language.VietnameseSyllables;
import org.quotidian.language.WordList;

/**
 * Word lists for the name model: known names ({@code places.txt}, {@code organizations.txt}, {@code
 * persons.txt}) and the nouns before names ({@code heads.txt}).
 */
final class NameLists {

  private static final int LONGEST_HEAD = 3;
  private static final int LONGEST_NAME = 8;

  /** Kinds of names whose capitalisation varies. */
  private static final Set<String> LOOSE = Set.of("organization", "ministry", "party");

  private final Map<String, String> kindOfHead = new HashMap<>();
  private final Map<String, String> kindOfName = new HashMap<>();
  private final Map<String, String> kindOfLower = new HashMap<>();
  private final Map<String, List<String>> spelling = new HashMap<>();

  NameLists(List<String> heads, List<String> names) {
    read(heads, kindOfHead);
    read(names, kindOfName);
    kindOfName.forEach(
        (name, kind) -> {
          if (LOOSE.contains(kind)) {
            kindOfLower.put(name.toLowerCase(Locale.ROOT), kind);
          }
        });
    for (String name : kindOfName.keySet().stream().sorted().toList()) {
      spelling.putIfAbsent(name.toLowerCase(Locale.ROOT), List.of(name.split(" ")));
    }
  }

  static NameLists load() {
    var names = new ArrayList<String>();
    for (String file : List.of("places.txt", "organizations.txt", "persons.txt")) {
      names.addAll(WordList.read(NameLists.class, file));
    }
    return new NameLists(WordList.read(NameLists.class, "heads.txt"), names);
  }

  /** Reads lines such as {@code KIND<tab>entry, entry, …}. */
  private static void read(List<String> lines, Map<String, String> kinds) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String kind = line.substring(0, tab);
      for (String entry : line.substring(tab + 1).split(",")) {
        kinds.merge(key(entry.strip()), kind, (a, b) -> a.equals(b) ? a : a + "+" + b);
      }
    }
  }

  private static String key(String entry) {
    var key = new StringBuilder();
    for (String word : entry.split(" ")) {
      key.append(key.isEmpty() ? "" : " ").append(VietnameseSyllables.normal(word));
    }
    return key.toString();
  }

  /** The head noun that ends at a word, in lower case; empty if there is none. */
  String headAt(List<NameWord> words, int end) {
    String found = "";
    var key = new StringBuilder();
    for (int start = end; start >= 0 && end - start < LONGEST_HEAD; start--) {
      key.insert(0, words.get(start).lower() + (start < end ? " " : ""));
      if (kindOfHead.containsKey(key.toString())) {
        found = key.toString();
      }
    }
    return found;
  }

  String kindOfHead(String head) {
    return kindOfHead.getOrDefault(head, "");
  }

  /** The kind of a known name in normal spelling; empty if it is not listed. */
  String kindOfName(String name) {
    return kindOfName.getOrDefault(name, "");
  }

  /** The words of a known name, given in small letters; empty if there is none. */
  List<String> spellingOf(String lower) {
    return spelling.getOrDefault(lower, List.of());
  }

  /**
   * Like {@link #matches}, but for organisations of two words or more with any capitalisation: Bộ
   * Giao thông vận tải, bộ Giao thông Vận tải.
   */
  String[] looseMatches(List<NameWord> words) {
    var result = new String[words.size()];
    Arrays.fill(result, "");
    int i = 0;
    while (i < words.size()) {
      int end = i;
      String kind = "";
      boolean capital = false;
      var key = new StringBuilder();
      for (int k = i; k < Math.min(words.size(), i + LONGEST_NAME); k++) {
        key.append(k > i ? " " : "").append(words.get(k).lower());
        capital |= words.get(k).shape() != WordShape.LOWER;
        String found = kindOfLower.get(key.toString());
        if (found != null && k > i && capital) {
          end = k + 1;
          kind = found;
        }
      }
      for (int k = i; k < end; k++) {
        result[k] = (k == i ? "B-" : "I-") + kind;
      }
      i = Math.max(end, i + 1);
    }
    return result;
  }

  /** For each word {@code B-KIND} or {@code I-KIND} of the longest known name; otherwise empty. */
  String[] matches(List<NameWord> words) {
    var result = new String[words.size()];
    Arrays.fill(result, "");
    int i = 0;
    while (i < words.size()) {
      int end = words.get(i).shape() == WordShape.MARK ? i : longestFrom(words, i);
      if (end > i) {
        String kind = kindOfName.getOrDefault(CapitalRun.text(words, i, end), "");
        for (int k = i; k < end; k++) {
          result[k] = (k == i ? "B-" : "I-") + kind;
        }
      }
      i = Math.max(end, i + 1);
    }
    return result;
  }

  private int longestFrom(List<NameWord> words, int start) {
    int longest = start;
    var key = new StringBuilder();
    for (int i = start; i < Math.min(words.size(), start + LONGEST_NAME); i++) {
      key.append(i > start ? " " : "").append(words.get(i).form());
      if (kindOfName.containsKey(key.toString())) {
        longest = i + 1;
      }
    }
    return longest;
  }
}
