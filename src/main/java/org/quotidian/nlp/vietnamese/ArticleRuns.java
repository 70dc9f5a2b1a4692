package org.quotidian.nlp.vietnamese;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows where else in the article the words of a run occur. */
final class ArticleRuns {

  private static final int MOST_CONTEXTS = 4;

  private final Map<String, Map<String, Integer>> before = new HashMap<>();
  private final Map<String, Set<String>> longerWithLast = new HashMap<>();
  private final Map<String, Set<String>> longerWith = new HashMap<>();
  private final Map<String, Set<String>> inBrackets = new HashMap<>();

  static ArticleRuns of(List<List<NameWord>> sentences, List<List<CapitalRun>> runs) {
    var result = new ArticleRuns();
    for (int s = 0; s < sentences.size(); s++) {
      for (CapitalRun run : runs.get(s)) {
        result.add(sentences.get(s), run);
      }
    }
    return result;
  }

  private void add(List<NameWord> words, CapitalRun run) {
    String context = context(words, run);
    before.computeIfAbsent(run.text(), k -> new HashMap<>()).merge(context, 1, Integer::sum);
    if (NameFeatures.lower(words, run.start() - 1).equals("(")
        && NameFeatures.lower(words, run.end()).equals(")")) {
      inBrackets
          .computeIfAbsent(run.text(), k -> new LinkedHashSet<>())
          .add(NameFeatures.lower(words, Math.max(-1, run.start() - 4)));
    }
    if (run.length() < 2) {
      return;
    }
    String kind = context + "|" + Math.min(4, run.length());
    String last = words.get(run.end() - 1).form();
    longerWithLast.computeIfAbsent(last, k -> new LinkedHashSet<>()).add(kind);
    for (int i = run.start(); i < run.end() - 1; i++) {
      longerWith.computeIfAbsent(words.get(i).form(), k -> new LinkedHashSet<>()).add(kind);
    }
  }

  private static String context(List<NameWord> words, CapitalRun run) {
    return NameFeatures.lower(words, run.start() - 1);
  }

  void addFeatures(List<NameWord> words, CapitalRun run, int i, List<String> features) {
    Map<String, Integer> contexts = before.getOrDefault(run.text(), Map.of());
    String own = context(words, run);
    int total = 0;
    int shown = 0;
    for (String context : contexts.keySet().stream().sorted().toList()) {
      int others = contexts.getOrDefault(context, 0) - (context.equals(own) ? 1 : 0);
      total += others;
      if (others > 0 && shown < MOST_CONTEXTS) {
        features.add("ob=" + context);
        shown++;
      }
    }
    features.add("on=" + Math.min(total, 4));
    if (inBrackets.containsKey(run.text())) {
      features.add("or");
    }
    if (run.length() == 1) {
      addLonger("ol=", longerWithLast.get(run.text()), features);
      addLonger("oi=", longerWith.get(run.text()), features);
    }
  }

  /**
   * Adds features of a word at the start of a sentence, which may be capitalised only for that
   * reason.
   */
  void addOpening(List<NameWord> words, int i, List<String> features) {
    Map<String, Integer> contexts = before.get(words.get(i).form());
    features.add("oo=" + (contexts == null ? 0 : 1));
    addLonger("ool=", longerWithLast.get(words.get(i).form()), features);
  }

  private static void addLonger(String name, @Nullable Set<String> kinds, List<String> features) {
    if (kinds == null) {
      return;
    }
    features.add(name);
    kinds.stream().limit(MOST_CONTEXTS).forEach(kind -> features.add(name + kind));
  }
}
