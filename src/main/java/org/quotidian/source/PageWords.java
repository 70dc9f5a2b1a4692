package org.quotidian.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.quotidian.language.WordList;

/** The words from {@code pages.txt} by which pages mark their parts, title, author and date. */
final class PageWords {

  private static final Map<String, List<String>> BY_HEADING =
      WordList.sections(PageWords.class, "pages.txt");

  /** Between words of a class: {@code post-date}, {@code post_date}, {@code postDate}. */
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final int MOST_CHARACTERS = 500; // in a class; longer ones are generated

  private PageWords() {}

  private static Stream<String> entries(String heading) {
    return Objects.requireNonNull(BY_HEADING.get(heading), heading).stream();
  }

  /** The entries under a heading, in lower case. */
  static List<String> under(String heading) {
    return entries(heading).map(e -> e.toLowerCase(Locale.ROOT)).toList();
  }

  /** The entries as they are written, of which the first word is a key and the rest a value. */
  static Map<String, String> pairs(String heading) {
    return entries(heading)
        .map(entry -> entry.split(" ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  /** The entries as a regular expression for whole words, in any case. */
  static String anyOf(String heading) {
    return "(?iu:(?<![\\p{L}\\d])" + WordList.anyOf(under(heading)) + "(?![\\p{L}\\d]))";
  }

  /** The words in the classes and in the name of an element, in lower case. */
  static Set<String> namesOf(Element element) {
    Set<String> words = new HashSet<>();
    for (String attribute : List.of("class", "id", "itemprop", "data-testid", "rel")) {
      words.addAll(words(element.attr(attribute)));
    }
    return words;
  }

  /** The words of which names in HTML consist, in lower case. */
  static List<String> words(String names) {
    return names.isBlank() || names.length() > MOST_CHARACTERS
        ? List.of()
        : WORDS.splitAsStream(names).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** The text with only letters and digits, in lower case, to compare titles and names. */
  static String plain(String text) {
    return FieldNames.plain(text);
  }
}
