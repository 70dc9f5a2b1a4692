package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Section;

/**
 * Divides the text of an XML element into paragraphs.
 *
 * @param blocks elements that are paragraphs or contain some
 * @param captions elements that are captions
 * @param dropped elements that are not text, unless they are inside a paragraph
 */
record XmlParagraphs(Set<String> blocks, Set<String> captions, Set<String> dropped) {

  /**
   * @param section null if the element does not say
   */
  record XmlParagraph(@Nullable Section section, String text) {}

  /** The paragraphs of {@code element}, in order. */
  List<XmlParagraph> of(Element element) {
    List<XmlParagraph> paragraphs = new ArrayList<>();
    visit(element, paragraphs);
    return paragraphs;
  }

  private void visit(Element element, List<XmlParagraph> paragraphs) {
    StringBuilder words = new StringBuilder();
    boolean isContainer = !blocks.contains(element.normalName()) || hasBlocks(element);
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        words.append(text.getWholeText());
      } else if (node instanceof Element child) {
        String name = child.normalName();
        if (isContainer && dropped.contains(name)) {
          continue;
        }
        if (captions.contains(name)) {
          flush(words, paragraphs);
          paragraphs.add(new XmlParagraph(Section.CAPTION, child.text()));
        } else if (blocks.contains(name) || hasBlocks(child)) {
          flush(words, paragraphs);
          visit(child, paragraphs);
        } else {
          words.append(name.equals("lb") ? " " : child.wholeText());
        }
      }
    }
    flush(words, paragraphs);
  }

  boolean hasBlocks(Element element) {
    for (Element inside : element.getAllElements()) {
      String name = inside.normalName();
      if (inside != element && (blocks.contains(name) || captions.contains(name))) {
        return true;
      }
    }
    return false;
  }

  private static void flush(StringBuilder words, List<XmlParagraph> paragraphs) {
    if (!words.toString().isBlank()) {
      paragraphs.add(new XmlParagraph(null, words.toString().strip()));
    }
    words.setLength(0);
  }
}
