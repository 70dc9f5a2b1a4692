package org.quotidian.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotidian.model.Span;

/** Pairs each gold quote with at most one result, the greatest overlap first. */
final class Matching {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /** A gold quote and the result paired with it. */
  record Pair(Marking gold, Marking given, double overlap) {}

  private Matching() {}

  /** The length of the overlap divided by the length of the longer span, 0 to 1. */
  static double overlap(Span a, Span b) {
    int common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    int longer = Math.max(a.length(), b.length());
    return longer == 0 || common <= 0 ? 0 : (double) common / longer;
  }

  static List<Pair> match(List<Marking> gold, List<Marking> given, double least) {
    var candidates = new ArrayList<Pair>();
    for (Marking g : gold) {
      for (Marking p : given) {
        double overlap = overlap(g.span(), p.span());
        if (overlap >= least && overlap > 0) {
          candidates.add(new Pair(g, p, overlap));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Pair pair) -> -pair.overlap())
            .thenComparingInt(pair -> pair.gold().span().start())
            .thenComparingInt(pair -> pair.given().span().start()));
    Set<Marking> used = new HashSet<>();
    var pairs = new ArrayList<Pair>();
    for (Pair pair : candidates) {
      if (!used.contains(pair.gold()) && !used.contains(pair.given())) {
        used.add(pair.gold());
        used.add(pair.given());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /**
   * Whether the speakers are the same: the same mention, names of which one contains all words of
   * the other, or both unknown.
   */
  static boolean sameSpeaker(Marking gold, Marking given) {
    Span a = gold.mention();
    Span b = given.mention();
    if (a == null && gold.canonical().isEmpty()) {
      return !given.hasSpeaker();
    }
    if (a != null && b != null && a.overlaps(b)) {
      return true;
    }
    Set<String> expected = words(gold.canonical().isEmpty() ? gold.speaker() : gold.canonical());
    Set<String> found = words(given.canonical().isEmpty() ? given.speaker() : given.canonical());
    return !expected.isEmpty()
        && !found.isEmpty()
        && (expected.containsAll(found) || found.containsAll(expected));
  }

  private static Set<String> words(String name) {
    var words = new LinkedHashSet<String>();
    Matcher matcher = WORD.matcher(name.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
