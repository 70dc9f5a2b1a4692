package org.quotidian.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * What class, id, role and label of an element say about it, by the names in {@code pages.txt}.
 * Immutable and thread-safe.
 */
final class PageNames {

  private static final List<String> ATTRIBUTES =
      List.of("class", "id", "role", "aria-label", "itemprop", "data-component", "data-testid");

  /** What "has-comments" says is that something else is there. */
  private static final List<String> NOT_AFTER = PageWords.under("no name after");

  private static final int MOST_CHARACTERS = 200; // longer ones list styles, or are sentences
  private static final int MOST_WORDS = 3; // of a name

  /** Names of what is no text of an article: related links, comments, newsletters. */
  static final PageNames NOISE = new PageNames("elsewhere", "noise");

  /** Names of what does not tell who wrote the article and when, or tells it of another one. */
  static final PageNames ELSEWHERE =
      new PageNames("never text", "elsewhere", "elsewhere for author and date");

  /** Names of the text of an article. */
  static final PageNames ARTICLE = new PageNames("article");

  /** Names of the first paragraph, which often stands apart. */
  static final PageNames LEAD = new PageNames("lead");

  private final Set<String> names;

  private PageNames(String... headings) {
    names = new HashSet<>();
    for (String heading : headings) {
      names.addAll(PageWords.under(heading));
    }
  }

  /** A query for the elements that are never part of an article. */
  static String neverText() {
    return PageWords.under("never text").stream()
        .map(element -> element.substring(1, element.length() - 1))
        .collect(Collectors.joining(", "));
  }

  /** Whether the element has one of these names. That of the whole page is not asked. */
  boolean name(Element element) {
    return !element.nameIs("body")
        && (names.contains("<" + element.normalName() + ">")
            || (element.attributesSize() > 0
                && ATTRIBUTES.stream().anyMatch(key -> isIn(element.attr(key)))));
  }

  private boolean isIn(String attribute) {
    if (attribute.length() > MOST_CHARACTERS) {
      return false;
    }
    List<String> words = PageWords.words(attribute);
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && NOT_AFTER.contains(words.get(i - 1))) {
        continue;
      }
      String name = words.get(i);
      for (int n = 1; n <= MOST_WORDS; n++) {
        if (names.contains(name)) {
          return true;
        }
        if (i + n >= words.size()) {
          break;
        }
        name += " " + words.get(i + n);
      }
    }
    return false;
  }
}
