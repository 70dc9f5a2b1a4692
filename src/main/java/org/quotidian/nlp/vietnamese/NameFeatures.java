package org.quotidian.nlp.vietnamese;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.VietnameseSyllables;

/**
 * The features of each word in the name model: its neighbours, its run of capitalised words, the
 * head of the noun phrase before it, and where else in the article the same words occur. The same
 * code runs in training and in use; after a change, the model must be trained again.
 */
final class NameFeatures {

  private static final int WINDOW = 4;
  private static final int HEAD_REACH = 10;
  private static final int LONGEST_RUN_TEXT = 5;
  private static final int PHRASE_REACH = 6;
  private static final int SHORT_LINE = 7; // words

  private final CapitalRatios ratios;
  private final NameLists lists;
  private final Compounds compounds;
  private final WordClasses classes;

  NameFeatures(CapitalRatios ratios, NameLists lists, Compounds compounds, WordClasses classes) {
    this.ratios = ratios;
    this.lists = lists;
    this.compounds = compounds;
    this.classes = classes;
  }

  static NameFeatures load() {
    return new NameFeatures(
        CapitalRatios.load(), NameLists.load(), Compounds.load(), WordClasses.load());
  }

  /** The words of each sentence of an article as labels with features for {@link GivenFeatures}. */
  List<List<CoreLabel>> of(List<List<NameWord>> sentences) {
    var runs = new ArrayList<List<CapitalRun>>();
    for (List<NameWord> words : sentences) {
      runs.add(CapitalRun.in(words, ratios));
    }
    ArticleRuns elsewhere = ArticleRuns.of(sentences, runs);
    Set<String> inSmallLetters = inSmallLetters(sentences);
    var result = new ArrayList<List<CoreLabel>>();
    for (int i = 0; i < sentences.size(); i++) {
      result.add(labels(sentences.get(i), runs.get(i), elsewhere, inSmallLetters));
    }
    return result;
  }

  private List<CoreLabel> labels(
      List<NameWord> words,
      List<CapitalRun> runs,
      ArticleRuns elsewhere,
      Set<String> inSmallLetters) {
    var runAt = new @Nullable CapitalRun[words.size()];
    for (CapitalRun run : runs) {
      for (int i = run.start(); i < run.end(); i++) {
        runAt[i] = run;
      }
    }
    String[] listed = lists.matches(words);
    String[] loosely = lists.looseMatches(words);
    List<List<String>> quoted = QuotedWords.features(words);
    var inRun = new ArrayList<List<String>>();
    for (int i = 0; i < words.size(); i++) {
      inRun.add(List.of());
    }
    for (Enumeration enumeration : Enumeration.of(words, runs)) {
      addEnumeration(words, enumeration, inRun);
    }
    int first = CapitalRun.firstWord(words);
    List<List<String>> classed = classFeatures(words, runs);
    var labels = new ArrayList<CoreLabel>(words.size());
    for (int i = 0; i < words.size(); i++) {
      var features = new ArrayList<String>(80);
      addWindow(words, i, features);
      addSpelling(words.get(i), i == first, features);
      addHead(words, i, features);
      addPhrase(words, i, features);
      features.addAll(quoted.get(i));
      features.addAll(classed.get(i));
      if (words.size() <= SHORT_LINE) {
        features.add("sl=" + words.size() + shape(words, i));
      }
      if (words.get(i).shape().isCapital()) {
        features.add(
            "lc="
                + inSmallLetters.contains(words.get(i).lower())
                + shape(words, i)
                + (i == first ? "^" : ""));
      }
      if (!loosely[i].isEmpty()) {
        features.add("gl=" + loosely[i]);
        features.add("gl=" + loosely[i] + "|" + shape(words, i));
      }
      if (!listed[i].isEmpty()) {
        features.add("g=" + listed[i]);
        features.add("g=" + listed[i] + "|" + lower(words, i - 1));
      }
      CapitalRun run = runAt[i];
      addCompounds(words, i, features);
      features.addAll(inRun.get(i));
      if (run != null) {
        addRun(words, run, i, features);
        elsewhere.addFeatures(words, run, i, features);
      } else if (words.get(i).shape().isCapital()) {
        elsewhere.addOpening(words, i, features);
      }
      var label = new CoreLabel();
      label.setWord(words.get(i).form());
      label.set(GivenFeatures.OfToken.class, features);
      label.set(GivenFeatures.OfStep.class, steps(words, i, run, runAt));
      labels.add(label);
    }
    return labels;
  }

  /**
   * Adds features shared by all runs of an enumeration: the words before the first, and what lists
   * know of any of them.
   */
  private void addEnumeration(
      List<NameWord> words, Enumeration enumeration, List<List<String>> features) {
    List<CapitalRun> runs = enumeration.runs();
    CapitalRun first = runs.get(0);
    String before = lower(words, first.start() - 1);
    String head = first.start() == 0 ? "" : lists.headAt(words, first.start() - 1);
    String kind = lists.kindOfHead(head);
    for (int r = 0; r < runs.size(); r++) {
      CapitalRun run = runs.get(r);
      var shared = new ArrayList<String>();
      String own = lists.kindOfName(run.text());
      if (!own.isEmpty()) {
        shared.add("gr=" + own);
      }
      if (runs.size() > 1) {
        String place = r == 0 ? "0" : "1";
        shared.add("eb=" + before + "|" + place);
        shared.add("eb2=" + lower(words, first.start() - 2) + "|" + before + "|" + place);
        shared.add("eh=" + kind + "|" + place);
        shared.add("ez=" + kind + "|" + Math.min(4, runs.size()));
        shared.add("ef=" + words.get(first.start()).lower() + "|" + place);
        for (CapitalRun other : runs) {
          String known = other == run ? "" : lists.kindOfName(other.text());
          if (!known.isEmpty()) {
            shared.add("eg=" + known);
            break;
          }
        }
      }
      for (int i = run.start(); i < run.end(); i++) {
        features.set(i, shared);
      }
    }
  }

  /** For each word, the classes of its unit and of the units around it. */
  private List<List<String>> classFeatures(List<NameWord> words, List<CapitalRun> runs) {
    List<WordUnits.Unit> units = WordUnits.in(words, runs, compounds);
    List<WordClasses.Of> of = units.stream().map(unit -> classes.of(unit.text())).toList();
    var features = new ArrayList<List<String>>(words.size());
    for (int u = 0; u < units.size(); u++) {
      WordClasses.Of own = of.get(u);
      WordClasses.Of left = u == 0 ? WordClasses.RARE : of.get(u - 1);
      WordClasses.Of right = u + 1 == of.size() ? WordClasses.RARE : of.get(u + 1);
      WordClasses.Of left2 = u < 2 ? WordClasses.RARE : of.get(u - 2);
      for (int i = units.get(u).start(); i < units.get(u).end(); i++) {
        String shape = shape(words, i);
        features.add(
            List.of(
                "k=" + own.fine() + "|" + shape,
                "kc=" + own.coarse() + "|" + shape,
                "k-1=" + left.fine() + "|" + shape,
                "k+1=" + right.fine() + "|" + shape,
                "k-1+1=" + left.coarse() + "|" + right.coarse() + "|" + shape,
                "k-2-1=" + left2.coarse() + "|" + left.fine() + "|" + shape,
                "k-10=" + left.coarse() + "|" + own.coarse() + "|" + shape,
                "k0+1=" + own.coarse() + "|" + right.coarse() + "|" + shape));
      }
    }
    return features;
  }

  private void addCompounds(List<NameWord> words, int i, List<String> features) {
    int left = compounds.tenthsOf(lower(words, i - 1), lower(words, i));
    int right = compounds.tenthsOf(lower(words, i), lower(words, i + 1));
    String shape = shape(words, i);
    features.add("j=" + left + "|" + right + "|" + shape);
    if (left > 0) {
      features.add("j<=" + left + shape(words, i - 1) + shape);
    }
    if (right > 0) {
      features.add("j>=" + right + shape + shape(words, i + 1));
    }
  }

  private List<String> steps(
      List<NameWord> words, int i, @Nullable CapitalRun run, @Nullable CapitalRun[] runAt) {
    int joined = compounds.tenthsOf(lower(words, i - 1), lower(words, i));
    int next = compounds.tenthsOf(lower(words, i), lower(words, i + 1));
    String shapes = shape(words, i - 1) + shape(words, i);
    boolean sameRun = i > 0 && run != null && runAt[i - 1] == run;
    return List.of(
        "~",
        "~s=" + shapes,
        "~l=" + lower(words, i),
        "~p=" + lower(words, i - 1),
        "~r=" + sameRun,
        "~j=" + joined + "|" + shapes,
        "~jj=" + (joined > 3) + (next > 3),
        "~n=" + shapes + shape(words, i + 1));
  }

  private void addWindow(List<NameWord> words, int i, List<String> features) {
    String here = lower(words, i);
    String left = lower(words, i - 1);
    String left2 = lower(words, i - 2);
    String right = lower(words, i + 1);
    String right2 = lower(words, i + 2);
    String shape = shape(words, i);
    features.add("*");
    features.add("w=" + words.get(i).form());
    features.add("0=" + here);
    features.add("-1=" + left);
    features.add("-2=" + left2);
    features.add("+1=" + right);
    features.add("+2=" + right2);
    features.add("-10=" + left + "|" + here);
    features.add("0+1=" + here + "|" + right);
    features.add("-21=" + left2 + "|" + left);
    features.add("+12=" + right + "|" + right2);
    features.add("-1+1=" + left + "|" + right);
    features.add("-210=" + left2 + "|" + left + "|" + here);
    features.add("s=" + shape);
    features.add("s-1=" + shape(words, i - 1) + shape);
    features.add("s+1=" + shape + shape(words, i + 1));
    features.add("s3=" + shape(words, i - 1) + shape + shape(words, i + 1));
    features.add(
        "s5="
            + shape(words, i - 2)
            + shape(words, i - 1)
            + shape
            + shape(words, i + 1)
            + shape(words, i + 2));
    features.add("-1s=" + left + "|" + shape);
    features.add("s+1w=" + shape + "|" + right);
    features.add("-21s=" + left2 + "|" + left + "|" + shape);
    for (int k = 1; k <= WINDOW; k++) {
      features.add("dl=" + lower(words, i - k));
      features.add("dr=" + lower(words, i + k));
    }
  }

  private void addSpelling(NameWord word, boolean first, List<String> features) {
    features.add("c=" + ratios.tenthsOf(word) + word.shape().code() + (first ? "^" : ""));
    if (word.shape() == WordShape.LOWER || word.shape() == WordShape.MARK) {
      return;
    }
    String form = word.form();
    features.add("v=" + VietnameseSyllables.isLikeSyllable(word.lower()) + word.shape().code());
    for (int n = 1; n <= 4 && n < form.length(); n++) {
      features.add("<" + form.substring(0, n));
      features.add(">" + form.substring(form.length() - n));
    }
  }

  /** Adds the last head noun before a word (công ty, tỉnh, ông) within the same phrase. */
  private void addHead(List<NameWord> words, int i, List<String> features) {
    for (int k = i; k >= Math.max(0, i - HEAD_REACH); k--) {
      String head = lists.headAt(words, k);
      if (!head.isEmpty()) {
        String distance = i - k < 3 ? String.valueOf(i - k) : i - k < 6 ? "3+" : "6+";
        String shape = words.get(i).shape().code();
        features.add("h=" + head + "|" + shape);
        features.add("h=" + head + "|" + distance);
        features.add("hk=" + lists.kindOfHead(head) + "|" + distance + "|" + shape);
        features.add("hw=" + lists.kindOfHead(head) + "|" + words.get(i).lower());
        return;
      }
      if (k < i && isBarrier(words.get(k).form())) {
        return;
      }
    }
  }

  /**
   * Adds the distances of a word in small letters to the capitalised words around it, which it may
   * connect.
   */
  private static void addPhrase(List<NameWord> words, int i, List<String> features) {
    if (words.get(i).shape() != WordShape.LOWER) {
      return;
    }
    int before = capital(words, i, -1);
    int after = capital(words, i, 1);
    String lower = words.get(i).lower();
    features.add("pd=" + before + "|" + after);
    if (before > 0) {
      features.add("pb=" + before + "|" + lower);
    }
    if (after > 0) {
      features.add("pa=" + after + "|" + lower);
    }
    if (before > 0 && after > 0) {
      features.add("pw=" + words.get(i - before).lower() + "|" + words.get(i + after).lower());
      features.add("pl=" + lower + "|" + words.get(i + after).lower());
      features.add("pk=" + words.get(i - before).lower() + "|" + lower);
    }
  }

  /**
   * The distance to the nearest capitalised word on one side with only words in small letters
   * between; 0 if there is none near.
   */
  private static int capital(List<NameWord> words, int i, int step) {
    for (int k = 1; k <= PHRASE_REACH; k++) {
      int at = i + k * step;
      if (at < 0 || at >= words.size()) {
        return 0;
      }
      WordShape shape = words.get(at).shape();
      if (shape.isCapital()) {
        return k;
      }
      if (shape != WordShape.LOWER) {
        return 0;
      }
    }
    return 0;
  }

  private static Set<String> inSmallLetters(List<List<NameWord>> sentences) {
    return sentences.stream()
        .flatMap(List::stream)
        .filter(word -> word.shape() == WordShape.LOWER)
        .map(NameWord::lower)
        .collect(Collectors.toSet());
  }

  private static boolean isBarrier(String mark) {
    return mark.length() == 1 && ".;:!?()“”\"".contains(mark);
  }

  private void addRun(List<NameWord> words, CapitalRun run, int i, List<String> features) {
    int length = Math.min(run.length(), 6);
    String before = lower(words, run.start() - 1);
    String before2 = lower(words, run.start() - 2);
    String after = lower(words, run.end());
    int position = Math.min(i - run.start(), 4);
    features.add("rl=" + length + "|" + position);
    features.add("rb=" + before);
    features.add("rb=" + before + "|" + length);
    features.add("rb=" + before + "|" + position);
    if (run.start() > 0 && words.get(run.start() - 1).shape() != WordShape.LOWER) {
      features.add("rs=" + shape(words, run.start() - 1));
      features.add("rs2=" + before2 + "|" + shape(words, run.start() - 1));
    }
    features.add("rb2=" + before2 + "|" + before);
    features.add("ra=" + after);
    features.add("ra=" + after + "|" + length);
    features.add("rba=" + before + "|" + after);
    features.add("rf=" + words.get(run.start()).lower());
    features.add("rf=" + words.get(run.start()).lower() + "|" + length);
    features.add("re=" + words.get(run.end() - 1).lower());
    boolean syllables = true;
    for (int k = run.start(); k < run.end(); k++) {
      syllables &= VietnameseSyllables.isLikeSyllable(words.get(k).lower());
    }
    features.add("rv=" + syllables + length);
    if (run.length() <= LONGEST_RUN_TEXT) {
      features.add("rt=" + run.text());
    }
    if (run.length() > 1) {
      features.add("rp=" + CapitalRun.text(words, run.start(), run.start() + 2));
    }
  }

  static String lower(List<NameWord> words, int i) {
    return i < 0 ? "<s>" : i >= words.size() ? "</s>" : words.get(i).lower();
  }

  private static String shape(List<NameWord> words, int i) {
    return i < 0 ? "<" : i >= words.size() ? ">" : words.get(i).shape().code();
  }
}
