package org.quotidian.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page in which it may say who wrote its article and when: all but menus, side
 * bars, comments and lists of other articles.
 *
 * @param elements in the order of the page
 * @param headline position of the headline among them; 0 if the page does not show it
 */
record PageElements(List<Element> elements, int headline) {

  private static final int LONGEST_TEXT = 400; // characters; no line of a page head is so long
  private static final int MOST_NODES = 200; // of one text, against hostile pages
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B]+");

  private static final int BEFORE = 250; // characters of text near the headline
  private static final int AFTER = 700;

  static PageElements of(Document page, String title) {
    String plain = PageWords.plain(title);
    Element headline =
        page
            .select("h1, h2, h3, h4, [class*=title], [class*=headline], [itemprop=headline]")
            .stream()
            .filter(element -> !plain.isEmpty() && PageWords.plain(text(element)).equals(plain))
            .findFirst()
            .orElse(page.selectFirst("h1"));
    List<Element> elements = new ArrayList<>();
    page.body().filter(new Collector(elements, headline));
    return new PageElements(elements, Math.max(0, elements.indexOf(headline)));
  }

  /** Collects elements outside of what is not the article. */
  private static final class Collector implements NodeFilter {

    private final List<Element> elements;
    private final Set<Element> aroundHeadline = new HashSet<>();
    private int articles; // that are open

    Collector(List<Element> elements, @Nullable Element headline) {
      this.elements = elements;
      if (headline != null) {
        aroundHeadline.add(headline);
        aroundHeadline.addAll(headline.parents());
      }
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      if (!aroundHeadline.contains(element) && isElsewhere(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      elements.add(element);
      articles += isArticle(element) ? 1 : 0;
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      articles -= node instanceof Element element && isArticle(element) ? 1 : 0;
      return FilterResult.CONTINUE;
    }

    private static boolean isArticle(Element element) {
      return element.nameIs("article") || element.nameIs("main");
    }

    private boolean isElsewhere(Element element) {
      if (element.nameIs("header") || element.nameIs("footer")) {
        return articles == 0;
      }
      return !isArticle(element) && PageNames.ELSEWHERE.name(element);
    }
  }

  /** Those after the headline, then those before it, the nearest first. */
  Stream<Element> nearestFirst() {
    List<Element> before = new ArrayList<>(elements.subList(0, headline));
    Collections.reverse(before);
    return Stream.concat(elements.subList(headline, elements.size()).stream(), before.stream());
  }

  /** The elements with text of their own near the headline; those after it first. */
  List<Element> lines() {
    List<Element> lines = new ArrayList<>();
    int length = 0;
    for (int i = headline; i < elements.size() && length < AFTER; i++) {
      length += add(elements.get(i), i != headline, lines);
    }
    length = 0;
    for (int i = headline - 1; i >= 0 && length < BEFORE; i--) {
      length += add(elements.get(i), true, lines);
    }
    return lines;
  }

  private static int add(Element element, boolean asLine, List<Element> lines) {
    String own = element.ownText();
    if (!own.isBlank() && asLine) {
      lines.add(element);
    }
    return own.length();
  }

  /** The text of an element or of another node; a long one is cut. */
  static String text(Node element) {
    StringBuilder text = new StringBuilder();
    int[] nodes = {0};
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            text.append(words.getWholeText());
          } else {
            text.append(' ');
          }
          return text.length() > LONGEST_TEXT || ++nodes[0] > MOST_NODES
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        },
        element);
    return oneLine(text.toString());
  }

  /** The text with single spaces, also for those of no width, and without soft hyphens. */
  static String oneLine(String text) {
    return SPACE.matcher(text.replace("\u00AD", "")).replaceAll(" ").strip();
  }
}
