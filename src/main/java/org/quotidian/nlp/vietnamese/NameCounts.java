package org.quotidian.nlp.vietnamese;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What names in a large number of articles were taken for: a name that an article leaves open may
 * be well known from others. From {@code name-counts.txt}.
 */
final class NameCounts {

  private static final int LONGEST = 10;
  private static final String KINDS = "PLO-";

  private final Map<String, String> evidence = new HashMap<>();

  NameCounts(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t");
      int[] counts = new int[KINDS.length()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Integer.parseInt(columns[i + 1]);
      }
      evidence.put(columns[0], code(counts));
    }
  }

  static NameCounts load() {
    return new NameCounts(Lines.of("name-counts.txt"));
  }

  /** The kind seen most, how nearly always, and whether often: {@code P3+}. */
  private static String code(int[] counts) {
    int total = Arrays.stream(counts).sum();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    double share = (double) counts[most] / total;
    char certainty = share >= 0.95 ? '3' : share >= 0.8 ? '2' : share >= 0.5 ? '1' : '0';
    return "" + KINDS.charAt(most) + certainty + (total >= 12 ? "+" : "");
  }

  /** The code for a whole name; empty if it was hardly seen. */
  String of(String name) {
    return evidence.getOrDefault(name, "");
  }

  /** For every word {@code B} or {@code I} and the code of the longest seen name; else empty. */
  String[] matches(List<NameWord> words) {
    var result = new String[words.size()];
    Arrays.fill(result, "");
    int i = 0;
    while (i < words.size()) {
      int end = words.get(i).shape() == WordShape.MARK ? i : longestFrom(words, i);
      if (end > i) {
        String code = of(CapitalRun.text(words, i, end));
        for (int k = i; k < end; k++) {
          result[k] = (k == i ? "B" : "I") + code;
        }
      }
      i = Math.max(end, i + 1);
    }
    return result;
  }

  private int longestFrom(List<NameWord> words, int start) {
    int longest = start;
    var key = new StringBuilder();
    for (int i = start; i < Math.min(words.size(), start + LONGEST); i++) {
      key.append(i > start ? " " : "").append(words.get(i).form());
      if (evidence.containsKey(key.toString())) {
        longest = i + 1;
      }
    }
    return longest;
  }
}
