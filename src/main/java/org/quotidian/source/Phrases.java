package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of all languages by which paragraphs are recognised, from {@code phrases/*.txt}. All
 * languages are looked at together: at this point nobody knows the article's.
 */
final class Phrases {

  /** Longer paragraphs are prose, whatever phrase they hold. */
  private static final int MOST_WORDS = 45;

  private static final int MOST_CHARACTERS = 400;

  private static final String HEADING = "== ";

  private static final Phrases ALL = new Phrases();

  private final Map<String, List<String>> byHeading = new TreeMap<>();

  private Phrases() {
    for (String language : WordList.read("phrases/languages.txt")) {
      List<String> entries = new ArrayList<>();
      for (String line : WordList.read("phrases/" + language + ".txt")) {
        if (line.startsWith(HEADING)) {
          String heading = line.substring(HEADING.length()).strip();
          entries = byHeading.computeIfAbsent(heading, key -> new ArrayList<>());
        } else {
          entries.add(line);
        }
      }
    }
  }

  /**
   * The entries under a heading, of all languages.
   *
   * @throws IllegalArgumentException if no list has that heading
   */
  static List<String> under(String heading) {
    List<String> entries = ALL.byHeading.get(heading);
    if (entries == null) {
      throw new IllegalArgumentException("no phrases under " + heading);
    }
    return List.copyOf(entries);
  }

  /** Recognises paragraphs that are one of the phrases under {@code heading}, as a whole. */
  static Recogniser recogniser(String heading) {
    String alternatives =
        under(heading).stream().map(Phrases::regex).collect(Collectors.joining("|"));
    return new Recogniser(Pattern.compile(alternatives));
  }

  /** The entries under a heading as one regular expression that captures nothing. */
  static String anyOf(String heading) {
    return under(heading).stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String regex(String phrase) {
    StringBuilder regex = new StringBuilder();
    for (String part : bare(phrase).split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return regex.toString();
  }

  /** The paragraph without bullets before it and marks behind it, in lower case. */
  static String bare(String paragraph) {
    return paragraph
        .replaceAll("^[^\\p{L}\\p{N}(\\[\"©@*>]+", "")
        .replaceAll("[\\s.:…»›>→!\"”]+$", "")
        .toLowerCase(Locale.ROOT);
  }

  /** A compiled list. */
  record Recogniser(Pattern pattern) {
    boolean matches(Block block) {
      return block.text().length() <= MOST_CHARACTERS
          && block.words() <= MOST_WORDS
          && pattern.matcher(bare(block.text())).matches();
    }
  }
}
