package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Section;

/** Divides part of a page into the paragraphs that a reader sees. */
final class HtmlParagraphs implements NodeVisitor {

  private static final String CAPTION =
      "figcaption, caption, [itemprop~=(?i)caption], [class~=(?i)caption]";

  /** A line that consists of a link is a teaser if it is as long as a headline. */
  private static final double LINKED = 0.9;

  private static final int TEASER = 20; // characters

  /**
   * @param section null if the page does not show it
   */
  record HtmlParagraph(@Nullable Section section, String text) {}

  private final List<HtmlParagraph> paragraphs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int linkDepth;
  private int captionDepth;
  private boolean afterBreak;

  private HtmlParagraphs() {}

  static List<HtmlParagraph> of(Element root) {
    HtmlParagraphs visitor = new HtmlParagraphs();
    NodeTraversor.traverse(visitor, root);
    visitor.flush();
    return visitor.paragraphs;
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
      }
      linkDepth -= element.nameIs("a") ? 1 : 0;
      captionDepth -= element.is(CAPTION) ? 1 : 0;
    }
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
    }
    linkDepth += element.nameIs("a") ? 1 : 0;
    captionDepth += element.is(CAPTION) ? 1 : 0;
  }

  private void add(String words) {
    text.append(words);
    if (!words.isBlank()) {
      afterBreak = false;
      linked += linkDepth > 0 ? words.strip().length() : 0;
    }
  }

  private void flush() {
    String paragraph = text.toString().strip();
    if (!paragraph.isEmpty()) {
      paragraphs.add(new HtmlParagraph(section(paragraph), paragraph));
    }
    text.setLength(0);
    linked = 0;
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
