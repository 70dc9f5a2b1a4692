package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quotidian.language.WordList;

/**
 * The phrases from {@code phrases/*.txt} by which paragraphs are recognised. Those of all languages
 * are used together, because the language of the article is not known yet.
 */
final class PagePhrases {

  private static final PagePhrases ALL = new PagePhrases();

  private final Map<String, List<String>> byHeading = new TreeMap<>();

  private PagePhrases() {
    for (String language : WordList.read(PagePhrases.class, "phrases/languages.txt")) {
      WordList.sections(PagePhrases.class, "phrases/" + language + ".txt")
          .forEach(
              (heading, entries) ->
                  byHeading.computeIfAbsent(heading, key -> new ArrayList<>()).addAll(entries));
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

  /** Recognises paragraphs that match one of the phrases under {@code heading} as a whole. */
  static PhraseList recogniser(String heading) {
    return new PhraseList(under(heading).stream().map(PagePhrases::bare).toList());
  }

  /** The entries under a heading as one regular expression without capturing groups. */
  static String anyOf(String heading) {
    return WordList.anyOf(under(heading));
  }

  /** The paragraph in lower case, without bullets before it and punctuation after it. */
  static String bare(String paragraph) {
    int start = 0;
    int end = paragraph.length();
    while (start < end && !isPartOfPhrase(paragraph.charAt(start))) {
      start++;
    }
    while (end > start && isMarkAtTheEnd(paragraph.charAt(end - 1))) {
      end--;
    }
    return paragraph.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isPartOfPhrase(char c) {
    return Character.isLetterOrDigit(c) || "([\"©@*>".indexOf(c) >= 0;
  }

  private static boolean isMarkAtTheEnd(char c) {
    return Character.isWhitespace(c) || ".:…»›>→!\"”".indexOf(c) >= 0;
  }
}
