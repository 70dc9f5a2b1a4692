package org.quotidian.nlp.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs of capitalised words separated only by commas, dashes or <i>và</i>. The words before the
 * first ({@code các xã Hòa An, Tân Lập và Mỹ Lợi}) show the type of all.
 *
 * @param runs in text order, at least one
 */
record Enumeration(List<CapitalRun> runs) {

  private static final Set<String> BETWEEN =
      Set.of(",", ";", "và", "-", "–", "/", "hay", "hoặc", "→");

  /** The runs of a sentence, each in exactly one enumeration. */
  static List<Enumeration> of(List<NameWord> words, List<CapitalRun> runs) {
    var result = new ArrayList<Enumeration>();
    int start = 0;
    while (start < runs.size()) {
      int end = start + 1;
      while (end < runs.size() && isNext(words, runs.get(end - 1), runs.get(end))) {
        end++;
      }
      result.add(new Enumeration(runs.subList(start, end)));
      start = end;
    }
    return result;
  }

  private static boolean isNext(List<NameWord> words, CapitalRun run, CapitalRun next) {
    return next.start() == run.end() + 1 && BETWEEN.contains(words.get(run.end()).lower());
  }
}
