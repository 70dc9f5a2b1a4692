package org.quotidian.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.quotidian.language.WordList;

/**
 * What class, id, role and label of an element say about it, by the names in {@code
 * page-names.txt}. Immutable and thread-safe.
 */
final class PageNames {

  private static final Map<String, List<String>> NAMES =
      WordList.sections(PageNames.class, "page-names.txt");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final List<String> ATTRIBUTES =
      List.of("class", "id", "role", "aria-label", "itemprop", "data-component", "data-testid");

  /** What "has-comments" says is that something else is there. */
  private static final List<String> NOT_AFTER = NAMES.getOrDefault("no name after", List.of());

  private static final int LONGEST = 200; // characters of an attribute
  private static final int MOST_WORDS = 3; // of a name

  /** Names of what is not part of an article: related links, comments, newsletters. */
  static final PageNames NOISE = new PageNames("noise");

  /** Names of the text of an article. */
  static final PageNames ARTICLE = new PageNames("article");

  /** Names of the first paragraph, which often stands apart. */
  static final PageNames LEAD = new PageNames("lead");

  private final Set<String> names;

  private PageNames(String heading) {
    names = new HashSet<>(NAMES.getOrDefault(heading, List.of()));
  }

  /** Whether the element has one of these names. That of the whole page is not asked. */
  boolean name(Element element) {
    return !element.nameIs("body")
        && (names.contains("<" + element.normalName() + ">")
            || (element.attributesSize() > 0
                && ATTRIBUTES.stream().anyMatch(key -> isIn(element.attr(key)))));
  }

  private boolean isIn(String attribute) {
    if (attribute.isEmpty() || attribute.length() > LONGEST) {
      return false;
    }
    String[] words =
        BETWEEN_WORDS.matcher(attribute).replaceAll(" ").toLowerCase(Locale.ROOT).split(" ");
    for (int i = 0; i < words.length; i++) {
      if (i > 0 && NOT_AFTER.contains(words[i - 1])) {
        continue;
      }
      String name = words[i];
      for (int n = 1; n <= MOST_WORDS; n++) {
        if (names.contains(name)) {
          return true;
        }
        if (i + n >= words.length) {
          break;
        }
        name += " " + words[i + n];
      }
    }
    return false;
  }
}
