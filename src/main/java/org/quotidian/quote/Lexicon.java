package org.quotidian.quote;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The word lists of one language. Immutable. */
final class Lexicon {

  private static final WordTree<String> NONE = new WordTree<>();

  /** Between two words of a cue that stand apart: <i>teilte … mit</i>. */
  private static final String GAP = " … ";

  private final Traits traits;
  private final WordTree<CueWords> cues = new WordTree<>();
  private final WordTree<CueWords> nominalCues = new WordTree<>();
  private final Map<String, Map<String, CueWords>> partedCues = new HashMap<>();
  private final WordTree<SourceNoun> sources;
  private final WordTree<Gender> titles = new WordTree<>();
  private final Map<String, Pronoun> pronouns = new HashMap<>();
  private final WordTree<Pronoun> pronounPhrases = new WordTree<>();
  private final TagSet tags;
  private final Confidence confidence;
  private final Decisions decisions;
  private final Map<String, Gender> givenNames = new HashMap<>();
  private final Map<WordKind, WordTree<String>> words = new EnumMap<>(WordKind.class);
  private final Map<String, Set<WordKind>> kindsByFirstWord = new HashMap<>();

  private Lexicon(Lists lists, Decisions decisions) {
    this.decisions = decisions;
    traits = Traits.of(lists.properties());
    sources = new WordTree<>(traits.joinsWords());
    tags =
        new TagSet(
            lists.rows("tags.tsv"), lists.rows("contractions.tsv"), lists.rows("endings.tsv"));
    confidence = new Confidence(lists.rows("confidence.tsv"));
    addCues(lists.rows("attributions.tsv"), CueWords.Kind.ATTRIBUTION);
    addCues(lists.rows("verbs.tsv"), CueWords.Kind.VERB);
    addCues(lists.rows("nouns.tsv"), CueWords.Kind.NOUN);
    for (List<String> row : lists.rows("sources.tsv")) {
      var noun = new SourceNoun(SourceNoun.Kind.of(row.get(1)), Gender.of(row.get(2)));
      Lists.alternatives(row.get(0)).forEach(word -> sources.put(word, noun));
    }
    for (List<String> row : lists.rows("titles.tsv")) {
      Lists.alternatives(row.get(0)).forEach(word -> titles.put(word, Gender.of(row.get(1))));
    }
    for (List<String> row : lists.rows("pronouns.tsv")) {
      Pronoun pronoun = Pronoun.of(row.get(1), row.get(2), row.get(3));
      for (String word : Lists.alternatives(row.get(0))) {
        pronouns.putIfAbsent(word.toLowerCase(Locale.ROOT), pronoun);
        pronounPhrases.put(word, pronoun);
      }
    }
    for (List<String> row : lists.rows("given-names.tsv")) {
      givenNames.put(row.get(0).toLowerCase(Locale.ROOT), Gender.of(row.get(1)));
    }
    for (List<String> row : lists.rows("words.tsv")) {
      WordKind kind = WordKind.of(row.get(0));
      WordTree<String> tree = words.computeIfAbsent(kind, k -> new WordTree<>());
      for (String word : Lists.alternatives(row.get(1))) {
        tree.put(word, word);
        String first = word.toLowerCase(Locale.ROOT).split(" ")[0];
        kindsByFirstWord.computeIfAbsent(first, k -> EnumSet.noneOf(WordKind.class)).add(kind);
      }
    }
  }

  /**
   * @throws IllegalArgumentException for a language without word lists
   */
  static Lexicon of(String language) {
    Lists lists = lists(language);
    return new Lexicon(lists, Decisions.read(lists));
  }

  /** The same lists with other decisions than those of the folder. */
  static Lexicon of(String language, Decisions decisions) {
    return new Lexicon(lists(language), decisions);
  }

  private static Lists lists(String language) {
    var lists = new Lists(language);
    if (!lists.exist()) {
      throw new IllegalArgumentException("no word lists for quotes in language: " + language);
    }
    return lists;
  }

  private void addCues(List<List<String>> rows, CueWords.Kind kind) {
    for (List<String> row : rows) {
      Set<CueWords.Frame> frames = EnumSet.noneOf(CueWords.Frame.class);
      for (String frame : row.get(1).split(" ")) {
        frames.add(CueWords.Frame.of(frame));
      }
      boolean none = frames.contains(CueWords.Frame.NONE);
      List<String> forms = Lists.alternatives(row.get(0));
      var entry =
          new CueWords(none ? CueWords.Kind.NONE : kind, Collections.unmodifiableSet(frames));
      WordTree<CueWords> tree = kind == CueWords.Kind.NOUN ? nominalCues : cues;
      for (String form : forms) {
        int gap = form.indexOf(GAP);
        if (gap < 0) {
          tree.put(form, entry);
        } else {
          partedCues
              .computeIfAbsent(form.substring(0, gap), opening -> new HashMap<>())
              .putIfAbsent(form.substring(gap + GAP.length()), entry);
        }
      }
    }
  }

  /** Reporting words that begin with this word, by the one further behind that completes them. */
  Map<String, CueWords> partedCues(String opening) {
    return partedCues.getOrDefault(opening, Map.of());
  }

  Traits traits() {
    return traits;
  }

  TagSet tags() {
    return tags;
  }

  Decisions decisions() {
    return decisions;
  }

  Confidence confidence() {
    return confidence;
  }

  WordTree<CueWords> cues() {
    return cues;
  }

  WordTree<CueWords> nominalCues() {
    return nominalCues;
  }

  WordTree<SourceNoun> sources() {
    return sources;
  }

  WordTree<Gender> titles() {
    return titles;
  }

  WordTree<Pronoun> pronounPhrases() {
    return pronounPhrases;
  }

  @Nullable Pronoun pronoun(String lowerCase) {
    return pronouns.get(lowerCase);
  }

  boolean hasGivenNames() {
    return !givenNames.isEmpty();
  }

  boolean isGivenName(String lowerCase) {
    return givenNames.containsKey(lowerCase);
  }

  Gender genderOfName(String lowerCase) {
    return givenNames.getOrDefault(lowerCase, Gender.UNKNOWN);
  }

  /** Function words of a kind; empty if the language has none. */
  WordTree<String> words(WordKind kind) {
    return words.getOrDefault(kind, NONE);
  }

  /** The kinds of function words of which an entry begins with a word. */
  Set<WordKind> kindsBeginningWith(String lowerCase) {
    return kindsByFirstWord.getOrDefault(lowerCase, Set.of());
  }
}
