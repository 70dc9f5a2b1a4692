package org.quotidian.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.quotidian.model.Section;

/**
 * Reads an article in XML: NITF, NewsML-G2, TEI, or any other XML whose elements have names known
 * to {@link FieldNames}.
 */
final class XmlArticle implements Format {

  /** Usual names of paragraphs and captions in formats without documentation. */
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "para",
          "paragraph",
          "block",
          "div",
          "section",
          "head",
          "h1",
          "h2",
          "h3",
          "h4",
          "li",
          "blockquote",
          "line");

  private static final Set<String> CAPTIONS = Set.of("caption", "figcaption");

  /** Attributes in which an element without text has its value. */
  private static final List<String> VALUES =
      List.of("when", "value", "norm", "iso", "datetime", "content", "href");

  private static final Set<String> FEED_ITEMS = Set.of("item", "entry");

  private final FieldNames names;
  private final RecordText recordText;
  private final TextDecoder decoder;

  XmlArticle(ReadingSettings settings) {
    this.names = settings.fields();
    this.decoder = settings.decoder();
    this.recordText = new RecordText(names);
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    Element root = XmlTree.parse(bytes, decoder);
    return switch (root.normalName()) {
      case "nitf" -> NitfArticle.read(root);
      case "newsitem" -> NewsMlArticle.read(root);
      case "tei", "tei.2" -> TeiArticle.read(root);
      default -> recordText.read(fields(root));
    };
  }

  /** The own key of a record in XML; empty if it has none. */
  String key(byte[] bytes) {
    try {
      return names.value(FieldNames.Field.KEY, fields(XmlTree.parse(bytes, decoder)));
    } catch (SourceException e) {
      return ""; // reported when it is read
    }
  }

  /** Values by plain name: the attributes of the root, and the first element of each name. */
  private Map<String, String> fields(Element root) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Attribute attribute : root.attributes()) {
      fields.putIfAbsent(FieldNames.plain(attribute.getKey()), attribute.getValue());
    }
    for (Element element : root.getAllElements()) {
      String name = FieldNames.plain(element.normalName());
      if (element != root && fields.getOrDefault(name, "").isBlank()) {
        fields.put(name, isKnown(name) || isOfFeed(name) ? value(name, element) : "");
      }
    }
    if (FEED_ITEMS.contains(root.normalName())) {
      nameAsInFeeds(fields);
    }
    return fields;
  }

  private boolean isKnown(String name) {
    for (FieldNames.Field field : FieldNames.Field.values()) {
      if (names.is(field, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfFeed(String name) {
    return name.equals("encoded") || name.equals("description") || name.equals("summary");
  }

  /** Handles feeds, which have the whole text in {@code content:encoded}, or only a description. */
  private void nameAsInFeeds(Map<String, String> fields) {
    for (String name : List.of("encoded", "description", "summary")) {
      String text = fields.getOrDefault(name, "");
      if (names.value(FieldNames.Field.TEXT, fields).isEmpty() && !text.isBlank()) {
        fields.put("text", text);
      }
    }
  }

  private String value(String name, Element element) {
    if (names.is(FieldNames.Field.AUTHOR, name)) {
      Element person = XmlTree.first(element, "name");
      return person == null ? element.text() : person.text();
    }
    if (names.is(FieldNames.Field.TEXT, name)) {
      return text(element);
    }
    if (!element.wholeText().isBlank()) {
      return element.wholeText().strip();
    }
    return VALUES.stream()
        .map(element::attr)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Plain text unchanged; paragraphs in elements as part of a page. */
  private String text(Element element) {
    XmlParagraphs paragraphs = new XmlParagraphs(BLOCKS, CAPTIONS, otherFields(element));
    if (!paragraphs.hasBlocks(element)) {
      return element.wholeText();
    }
    StringBuilder html = new StringBuilder();
    for (XmlParagraphs.XmlParagraph paragraph : paragraphs.of(element)) {
      String tag = paragraph.section() == Section.CAPTION ? "figcaption" : "p";
      html.append('<').append(tag).append('>');
      html.append(Entities.escape(paragraph.text()));
      html.append("</").append(tag).append('>');
    }
    return html.toString();
  }

  /** Names of inner elements that are fields of their own, such as a title. */
  private Set<String> otherFields(Element text) {
    Set<String> others = new HashSet<>();
    for (Element element : text.getAllElements()) {
      String name = element.normalName();
      if (element != text && isKnown(name) && !names.is(FieldNames.Field.TEXT, name)) {
        others.add(name);
      }
    }
    return others;
  }
}
