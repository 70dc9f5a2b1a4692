package org.quotidian.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Section;

/**
 * Divides part of a page into the paragraphs that a reader sees. What the page marks as somebody's
 * words by elements alone gets quotation marks: {@code <q>} as browsers show it, and a {@code
 * <blockquote>} that somebody introduces with a colon or that names its author. For one thread.
 */
final class HtmlParagraphs implements NodeVisitor {

  /** Compiled once: compiling it for each element took a third of the time of reading a page. */
  private static final Evaluator CAPTION =
      Selector.evaluatorOf("figcaption, caption, [itemprop~=(?i)caption], [class~=(?i)caption]");

  /** A line that consists of a link is a teaser if it is as long as a headline. */
  private static final double LINKED = 0.9;

  private static final int TEASER = 20; // characters

  private static final String MARKS = "\"'“”‘’„«»‹›「」『』";
  private static final String DASHES = "-–—―";

  /**
   * @param section null if the page does not show it
   * @param block the innermost element around it that is displayed as a block
   * @param linked how many of its characters are links
   */
  record HtmlParagraph(@Nullable Section section, String text, Element block, int linked) {

    HtmlParagraph with(String text) {
      return new HtmlParagraph(section, text, block, linked);
    }

    HtmlParagraph asBoilerplate() {
      return new HtmlParagraph(Section.BOILERPLATE, text, block, linked);
    }
  }

  /**
   * The paragraphs of an element, as indexes in {@link #list}: from the first to before the end.
   */
  record Span(int start, int end) {}

  private final List<HtmlParagraph> paragraphs = new ArrayList<>();
  private final Map<Element, Span> spans = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Element> blocks = new ArrayDeque<>();
  private int linked;
  private int linkDepth;
  private int captionDepth;
  private boolean hasWords;
  private boolean afterBreak;

  private HtmlParagraphs(Element root) {
    blocks.push(root);
    NodeTraversor.traverse(this, root);
    flush();
    spans.put(root, new Span(0, paragraphs.size()));
  }

  static HtmlParagraphs in(Element root) {
    return new HtmlParagraphs(root);
  }

  static List<HtmlParagraph> of(Element root) {
    return in(root).list();
  }

  List<HtmlParagraph> list() {
    return paragraphs;
  }

  /** The elements with at least a paragraph, in the order of the page. */
  Map<Element, Span> spans() {
    return spans;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words.getWholeText());
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.isBlock()) {
        flush();
        blocks.pop();
      }
      if (element.nameIs("q") && !beginsWithMark(element.wholeOwnText())) {
        text.append('”');
      }
      int end = paragraphs.size();
      spans.compute(
          element,
          (key, span) -> span == null || span.start() >= end ? null : new Span(span.start(), end));
      linkDepth -= element.nameIs("a") ? 1 : 0;
      captionDepth -= element.is(CAPTION) ? 1 : 0;
      if (element.nameIs("blockquote") && spans.get(element) != null) {
        markWords(element, spans.get(element).start());
      }
    }
  }

  /** Writes what a block of words says by its form: its marks, and its author after a dash. */
  private void markWords(Element blockquote, int start) {
    int last = paragraphs.size() - 1;
    Element author = blockquote.selectFirst("> footer, > cite, > p > cite:only-child");
    String name = paragraphs.get(last).text();
    boolean dashed = DASHES.indexOf(name.charAt(0)) >= 0;
    boolean named =
        last > start
            && (dashed
                || author != null && author.text().equals(StringUtil.normaliseWhitespace(name)));
    boolean introduced = start > 0 && paragraphs.get(start - 1).text().endsWith(":");
    int end = named ? last - 1 : last;
    if ((named || introduced) && !beginsWithMark(paragraphs.get(start).text())) {
      paragraphs.set(start, paragraphs.get(start).with("“" + paragraphs.get(start).text()));
      paragraphs.set(end, paragraphs.get(end).with(paragraphs.get(end).text() + "”"));
    }
    if (named) {
      paragraphs.remove(last);
      String words = paragraphs.get(end).text();
      paragraphs.set(end, paragraphs.get(end).with(words + (dashed ? " " : " — ") + name));
      for (Element inside : blockquote.getAllElements()) {
        spans.computeIfPresent(
            inside, (key, span) -> span.start() > end ? null : new Span(span.start(), end + 1));
      }
    }
  }

  /** Whether somebody's words are marked as such, at least at their start. */
  static boolean beginsWithMark(String words) {
    String text = words.strip();
    return !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
  }

  private void enter(Element element) {
    if (element.nameIs("br")) {
      // One line break is within a paragraph; two end it.
      if (afterBreak) {
        flush();
      }
      text.append(' ');
      afterBreak = true;
      return;
    }
    if (element.isBlock()) {
      flush();
      blocks.push(element);
    }
    spans.put(element, new Span(paragraphs.size() + (hasWords ? 1 : 0), 0));
    if (element.nameIs("q") && !beginsWithMark(element.wholeOwnText())) {
      text.append('“');
    }
    linkDepth += element.nameIs("a") ? 1 : 0;
    captionDepth += element.is(CAPTION) ? 1 : 0;
  }

  private void add(String words) {
    text.append(words);
    if (!words.isBlank()) {
      hasWords = true;
      afterBreak = false;
      linked += linkDepth > 0 ? words.strip().length() : 0;
    }
  }

  private void flush() {
    String paragraph = text.toString().strip();
    if (!paragraph.isEmpty()) {
      paragraphs.add(new HtmlParagraph(section(paragraph), paragraph, blocks.element(), linked));
    }
    text.setLength(0);
    linked = 0;
    hasWords = false;
    afterBreak = false;
  }

  private @Nullable Section section(String paragraph) {
    if (captionDepth > 0) {
      return Section.CAPTION;
    }
    boolean teaser = paragraph.length() >= TEASER && linked >= LINKED * paragraph.length();
    return teaser ? Section.BOILERPLATE : null;
  }
}
