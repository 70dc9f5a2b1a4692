package org.quotidian.nlp.vietnamese;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quotidian.model.Token;

/**
 * The features of each syllable in the model of words: its neighbours, its shape and letters, and
 * what lists counted in raw news say about it and its neighbours. A feature is a number, the hash
 * of its name and parts, because making strings would take most of the time. The same code runs in
 * training and in use; after a change, the model must be trained again. Immutable and thread-safe.
 */
final class WordFeatures {

  private static final String VOWELS =
      "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

  /** More than a syllable has. */
  private static final int MOST = 48;

  private static final String BEFORE = "<s>";
  private static final String BEHIND = "</s>";

  private static final String[] DIGITS =
      IntStream.range(0, 11).mapToObj(Integer::toString).toArray(String[]::new);

  private final CapitalRatios ratios;
  private final Compounds compounds;
  private final WordClasses classes;
  private final WordUses uses;

  WordFeatures(CapitalRatios ratios, Compounds compounds, WordClasses classes, WordUses uses) {
    this.ratios = ratios;
    this.compounds = compounds;
    this.classes = classes;
    this.uses = uses;
  }

  static WordFeatures load(WordUses uses) {
    return new WordFeatures(CapitalRatios.load(), Compounds.load(), WordClasses.load(), uses);
  }

  /** The features of each syllable of a sentence. */
  long[][] of(List<Token> sentence) {
    var syllables = new Syllable[sentence.size()];
    var pairs = new Pair[sentence.size() + 1];
    Arrays.fill(pairs, Pair.NONE);
    for (int i = 0; i < syllables.length; i++) {
      syllables[i] = syllable(NameWord.of(sentence.get(i)));
      if (i > 0) {
        pairs[i] = pair(syllables[i - 1].text, syllables[i].text);
      }
    }
    int first = 0;
    while (first < syllables.length && syllables[first].shape.equals(WordShape.MARK.code())) {
      first++;
    }
    var features = new long[syllables.length][];
    for (int i = 0; i < syllables.length; i++) {
      features[i] = features(syllables, pairs, i, i == first ? "^" : "");
    }
    return features;
  }

  /** What is known of a syllable wherever it occurs. */
  private record Syllable(
      String text,
      String onset,
      String rhyme,
      String shape,
      String capital,
      WordClasses.Of kind,
      String use) {

    static final Syllable FIRST = edge(BEFORE, "<");
    static final Syllable LAST = edge(BEHIND, ">");

    private static Syllable edge(String text, String shape) {
      return new Syllable(text, "", text, shape, "", WordClasses.RARE, WordUses.RARE);
    }

    static Syllable at(Syllable[] all, int i) {
      return i < 0 ? FIRST : i >= all.length ? LAST : all[i];
    }

    /**
     * Whether a word may repeat the other syllable or a part of it: xanh xanh, dễ dàng, lừng khừng.
     */
    String likeness(Syllable other) {
      boolean onsets = !onset.isEmpty() && onset.equals(other.onset);
      boolean rhymes = rhyme.equals(other.rhyme);
      return text.equals(other.text) ? "=" : onsets ? "o" : rhymes ? "r" : "-";
    }
  }

  /** What is known of two adjacent syllables. */
  private record Pair(String tenths, String kind, String use, String joined) {

    static final Pair NONE = new Pair("0", "", WordUses.RARE, "0");

    static Pair at(Pair[] all, int i) {
      return i < 0 || i >= all.length ? NONE : all[i];
    }
  }

  private Syllable syllable(NameWord word) {
    String text = written(word);
    int vowel = 0;
    while (vowel < text.length() && VOWELS.indexOf(text.charAt(vowel)) < 0) {
      vowel++;
    }
    int ratio = ratios.tenthsOf(word);
    return new Syllable(
        text,
        text.substring(0, vowel),
        text.substring(vowel),
        word.shape().code(),
        ratio < 0 ? "-" : DIGITS[ratio],
        classes.of(text),
        uses.of(text));
  }

  /** In lower case; numbers of as many digits are the same. */
  static String written(NameWord word) {
    return switch (word.shape()) {
      case DIGITS -> "0".repeat(Math.min(word.lower().length(), 5));
      case NUMBER -> "0.0";
      default -> word.lower();
    };
  }

  private Pair pair(String first, String second) {
    String both = first + " " + second;
    String use = uses.of(both);
    return new Pair(
        DIGITS[compounds.tenthsOf(first, second)],
        classes.of(both).fine(),
        use,
        WordUses.joined(use));
  }

  private static long[] features(Syllable[] all, Pair[] pairs, int i, String first) {
    Syllable here = all[i];
    Syllable left = Syllable.at(all, i - 1);
    Syllable left2 = Syllable.at(all, i - 2);
    Syllable right = Syllable.at(all, i + 1);
    Syllable right2 = Syllable.at(all, i + 2);
    Pair with = pairs[i];
    Pair next = pairs[i + 1];
    Pair with2 = Pair.at(pairs, i - 1);
    Pair next2 = Pair.at(pairs, i + 2);
    var sink = new Sink();
    sink.add("*", "");
    sink.add("0", here.text);
    sink.add("-1", left.text);
    sink.add("+1", right.text);
    sink.add("-2", left2.text);
    sink.add("+2", right2.text);
    sink.add("-10", left.text, here.text);
    sink.add("0+1", here.text, right.text);
    sink.add("-1+1", left.text, right.text);
    sink.add("-21", left2.text, left.text);
    sink.add("+12", right.text, right2.text);
    sink.add("s", here.shape, first);
    sink.add("s-1", left.shape, here.shape, first);
    sink.add("s+1", here.shape, first, right.shape);
    sink.add("s3", left.shape, here.shape, first, right.shape);
    sink.add("s5", left2.shape, left.shape, here.shape, first, right.shape, right2.shape);
    sink.add("ws", here.text, here.shape, first);
    sink.add("c", here.capital, here.shape, first);
    sink.add("on", here.onset);
    sink.add("rh", here.rhyme);
    sink.add("<", here.text.substring(0, Math.min(2, here.text.length())));
    sink.add(">", here.text.substring(Math.max(0, here.text.length() - 2)));
    sink.add("l", left.likeness(here), here.shape);
    sink.add("r", here.likeness(right), here.shape);
    sink.add("j", with.tenths, next.tenths);
    sink.add("j<", with.tenths);
    sink.add("j>", next.tenths);
    sink.add("j4", with2.tenths, with.tenths, next.tenths, next2.tenths);
    sink.add("k", here.kind.fine());
    sink.add("k-1", left.kind.fine());
    sink.add("k+1", right.kind.fine());
    sink.add("k-10", left.kind.coarse(), here.kind.fine());
    sink.add("k0+1", here.kind.fine(), right.kind.coarse());
    sink.add("kw", left.kind.coarse(), here.text);
    sink.add("wk", here.text, right.kind.coarse());
    sink.add("k<", with.kind);
    sink.add("k>", next.kind);
    sink.add("u", here.use);
    sink.add("u-1", left.use);
    sink.add("u+1", right.use);
    sink.add("u<", with.use);
    sink.add("u>", next.use);
    sink.add("u<<", with2.use);
    sink.add("u>>", next2.use);
    sink.add("uj", with.joined, next.joined);
    sink.add("uj4", with2.joined, with.joined, next.joined, next2.joined);
    return sink.features();
  }

  /** Collects features. Two different ones are the same number once in 10^13 times. */
  private static final class Sink {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio

    private final long[] features = new long[MOST];
    private int size;

    void add(String name, String part) {
      append(with(with(0, name), part));
    }

    void add(String name, String part, String part2) {
      append(with(with(with(0, name), part), part2));
    }

    void add(String name, String... parts) {
      long hash = with(0, name);
      for (String part : parts) {
        hash = with(hash, part);
      }
      append(hash);
    }

    /** A polynomial of the characters and the length, so that parts do not run together. */
    private static long with(long hash, String part) {
      long next = (hash + part.length()) * MULTIPLIER;
      for (int i = 0; i < part.length(); i++) {
        next = (next ^ part.charAt(i)) * MULTIPLIER;
      }
      return next;
    }

    private void append(long hash) {
      features[size++] = hash ^ hash >>> 32;
    }

    long[] features() {
      return Arrays.copyOf(features, size);
    }
  }
}
