package org.quotidian.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Section;
import org.quotidian.source.HtmlParagraphs.HtmlParagraph;
import org.quotidian.source.HtmlParagraphs.Span;

/**
 * Finds the article of a page. Each paragraph of prose counts for the elements around it, less with
 * each level, and each short or linked line against them; the element with the largest sum contains
 * the article. (The idea is that of Readability, and of maximum subsequences of Pasternack and
 * Roth, WWW 2009.) Then come the lead above it and further parts beside it. Changes nothing in the
 * page, and depends on nothing else.
 */
final class MainText {

  /** What reaches the parent: more than half, so that the parent of two equal parts has more. */
  private static final double TO_PARENT = 0.7;

  /** Levels that a paragraph counts for; at the last it has 8 % of its weight. */
  private static final int LEVELS = 8;

  /** In characters; a long paragraph must not outweigh all others. */
  private static final int MOST_WEIGHT = 500;

  private static final int SHORT_LINE = 10; // how much it counts against its place
  private static final int MOST_LINKED = 100; // of which half counts, too

  private static final double MARKED_BODY = 1.5; // itemprop=articleBody
  private static final double NAMED_ARTICLE = 1.3;
  private static final double NAMED_NOISE = 0.3;

  /** With a larger share of links, a list or box consists of links. */
  private static final double LINKS = 0.5;

  private static final double LINKED_PARAGRAPH = 0.8;

  /** Longer lines at the start and end of an article are rarely labels. In characters. */
  private static final int LABEL = 60;

  private static final int LEAST_LEAD = 40; // characters
  private static final double MOST_LEAD = 0.4; // of the article's length

  private static final int PART_LEVELS = 8;
  private static final double PART = 0.1; // of the article's prose
  private static final double PROSE_OF_PART = 0.8;
  private static final double LINKS_OF_PART = 0.1;
  private static final int LEAST_TWIN = 80; // characters of a part with the same class

  private final PageText page;
  private final boolean[] chosen;
  private final boolean[] furniture;

  private MainText(PageText page) {
    this.page = page;
    chosen = new boolean[page.size()];
    furniture = new boolean[page.size()];
  }

  /**
   * The paragraphs of the article in the order of the page; what is between them but belongs to the
   * page is boilerplate.
   */
  static List<HtmlParagraph> of(Document document) {
    MainText text = new MainText(new PageText(document.body()));
    text.choose(document);
    List<HtmlParagraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < text.chosen.length; i++) {
      if (text.chosen[i]) {
        HtmlParagraph paragraph = text.page.paragraph(i);
        paragraphs.add(text.furniture[i] ? paragraph.asBoilerplate() : paragraph);
      }
    }
    return paragraphs;
  }

  private void choose(Document document) {
    Element place = place();
    if (place == null) {
      choose(new Span(0, page.size()));
      return;
    }
    Span article = page.spans().getOrDefault(place, new Span(0, page.size()));
    choose(article);
    markLinks(place, article);
    markLabels(article);
    addLead(document, article);
    addParts(place, article);
    addBetween(article.start());
  }

  private void choose(Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      chosen[i] = !page.isNoise(i);
    }
  }

  private @Nullable Element place() {
    Map<Element, Double> sums = sums();
    Element place = null;
    double most = 0;
    for (Element element : page.spans().keySet()) {
      double sum = sums.getOrDefault(element, 0.0);
      if (sum > 0 && sum * weight(element) > most) {
        place = element;
        most = sum * weight(element);
      }
    }
    return place;
  }

  private Map<Element, Double> sums() {
    Map<Element, Integer> paragraphs = new HashMap<>();
    for (int i = 0; i < page.size(); i++) {
      paragraphs.merge(page.paragraph(i).block(), page.isNoise(i) ? 0 : 1, Integer::sum);
    }
    Map<Element, Double> sums = new HashMap<>();
    for (int i = 0; i < page.size(); i++) {
      if (page.isNoise(i)) {
        continue;
      }
      Element block = page.paragraph(i).block();
      boolean one = paragraphs.getOrDefault(block, 0) < 2 || block.nameIs("p");
      Element element = one && !block.nameIs("body") ? block.parent() : block;
      double value = value(i);
      for (int level = 0; level < LEVELS && element != null; level++) {
        sums.merge(element, value, Double::sum);
        value *= TO_PARENT;
        element = element.nameIs("body") ? null : element.parent();
      }
    }
    return sums;
  }

  private double value(int i) {
    HtmlParagraph paragraph = page.paragraph(i);
    if (page.isProse(i)) {
      double weight = Math.min(PageText.own(paragraph), MOST_WEIGHT);
      return page.isDoubtful(i) ? NAMED_NOISE * weight : weight;
    }
    if (paragraph.section() == Section.CAPTION || page.isHeading(i)) {
      return 0;
    }
    return -Math.min(SHORT_LINE, paragraph.text().length())
        - Math.min(paragraph.linked(), MOST_LINKED) / 2.0;
  }

  private static double weight(Element element) {
    if (element.attr("itemprop").contains("articleBody")) {
      return MARKED_BODY;
    }
    return PageNames.ARTICLE.name(element) ? NAMED_ARTICLE : 1;
  }

  /** Marks lists and boxes of links. */
  private void markLinks(Element place, Span article) {
    page.spans()
        .forEach(
            (element, span) -> {
              boolean inside = span.start() >= article.start() && span.end() <= article.end();
              if (inside && element != place && element.isBlock() && isOfLinks(span)) {
                Arrays.fill(furniture, span.start(), span.end(), true);
              }
            });
  }

  private boolean isOfLinks(Span span) {
    double most = span.end() - span.start() == 1 ? LINKED_PARAGRAPH : LINKS;
    int length = page.length(span);
    return page.linked(span) > most * length && page.prose(span) < (1 - LINKS) * length / 2;
  }

  /** Marks short lines before the first and after the last paragraph of prose. */
  private void markLabels(Span article) {
    int first = article.start();
    while (first < article.end() && !page.isProse(first)) {
      first++;
    }
    int last = article.end() - 1;
    while (last > first && !page.isProse(last)) {
      last--;
    }
    for (int i = article.start(); i < article.end() && first < article.end(); i++) {
      boolean outside = i < first && !page.isHeading(i) || i > last;
      furniture[i] |= outside && isLabel(i);
    }
  }

  private boolean isLabel(int i) {
    HtmlParagraph paragraph = page.paragraph(i);
    return paragraph.section() == null
        && paragraph.text().length() <= LABEL
        && !page.isSentence(i)
        && !HtmlParagraphs.beginsWithMark(paragraph.text())
        && !paragraph.block().nameIs("li");
  }

  /** Adds what stands between the headline and the article and is named as lead or is prose. */
  private void addLead(Document document, Span article) {
    Element headline = document.selectFirst("h1");
    Span above = headline == null ? null : page.spans().get(headline);
    String description = description(document);
    Set<String> known = new HashSet<>();
    for (int i = article.start(); i < article.end(); i++) {
      known.add(page.paragraph(i).text());
    }
    List<Integer> lead = new ArrayList<>();
    int length = 0;
    for (int i = above == null ? 0 : above.end(); i < article.start(); i++) {
      HtmlParagraph paragraph = page.paragraph(i);
      boolean isLead =
          paragraph.text().equals(description) || (headline != null && isLead(i, headline));
      boolean counts = isLead && paragraph.text().length() >= LEAST_LEAD;
      if (counts && !page.isNoise(i) && known.add(paragraph.text())) {
        lead.add(i);
        length += paragraph.text().length();
      }
    }
    if (length <= MOST_LEAD * page.length(article)) {
      lead.forEach(i -> chosen[i] = true);
    }
  }

  private static String description(Document document) {
    Element meta = document.selectFirst("meta[name=description], meta[property=og:description]");
    return meta == null ? "" : meta.attr("content").strip();
  }

  private boolean isLead(int i, Element headline) {
    HtmlParagraph paragraph = page.paragraph(i);
    Element around = paragraph.block().parent();
    boolean beside = around == headline.parent();
    boolean named =
        PageNames.LEAD.name(paragraph.block()) || (around != null && PageNames.LEAD.name(around));
    return paragraph.section() == null
        && paragraph.linked() == 0
        && (named || (beside && page.isProse(i) && page.isSentence(i)));
  }

  /** Adds other parts of the article: prose below it, or below what it is in. */
  private void addParts(Element place, Span article) {
    Element element = place;
    for (int level = 0; level < PART_LEVELS; level++) {
      Element parent = element.parent();
      if (parent == null || element.nameIs("body") || page.isNoisy(element)) {
        return;
      }
      for (Element sibling : parent.children()) {
        Span span = page.spans().get(sibling);
        if (sibling != element && span != null && isPart(sibling, span, element, article)) {
          choose(span);
        }
      }
      element = parent;
    }
  }

  /** Adds captions and headings between what was chosen. */
  private void addBetween(int first) {
    int last = chosen.length - 1;
    while (last > first && !chosen[last]) {
      last--;
    }
    for (int i = last - 1; i > first; i--) { // a heading belongs to what follows it
      HtmlParagraph paragraph = page.paragraph(i);
      boolean heading = page.isHeading(i) && paragraph.linked() == 0 && chosen[i + 1];
      chosen[i] |= !page.isNoise(i) && (heading || paragraph.section() == Section.CAPTION);
    }
  }

  private boolean isPart(Element sibling, Span span, Element element, Span article) {
    int prose = page.prose(span);
    boolean twin =
        sibling.normalName().equals(element.normalName())
            && !element.className().isEmpty()
            && sibling.className().equals(element.className());
    boolean enough =
        (span.start() >= article.end() && prose >= PART * page.prose(article))
            || (sibling.nameIs("p") && prose > 0)
            || (twin && prose > LEAST_TWIN);
    return enough
        && !page.isNoisy(sibling)
        && prose > PROSE_OF_PART * (page.length(span) - page.linked(span))
        && page.linked(span) < (sibling.nameIs("p") ? LINKS : LINKS_OF_PART) * page.length(span);
  }
}
