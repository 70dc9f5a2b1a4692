package org.quotidian.source;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed XML as a tree of elements, with names without prefix and in lower case. No DTD is
 * read, so nothing is fetched and no entity expands. Only character entities have a value: those of
 * XML and the named ones of HTML.
 */
final class XmlTree {

  private static final int DEEPEST = 200; // nested elements

  private static final int DECLARATION = 200; // bytes
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]+)");

  private XmlTree() {}

  /**
   * The root element.
   *
   * @throws SourceException if the XML is not well-formed, uses an entity of a DTD, or is nested
   *     too deeply
   */
  static Element parse(byte[] bytes, TextDecoder decoder) throws SourceException {
    return parse(new StringReader(decoder.decode(bytes, declaredEncoding(bytes)).text().strip()));
  }

  private static Element parse(Reader xml) throws SourceException {
    try {
      XMLStreamReader in = factory().createXMLStreamReader(xml);
      Element root = new Element("root");
      Element at = root;
      int depth = 0;
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          checkDepth(++depth);
          at = at.appendElement(name(in));
          for (int i = 0; i < in.getAttributeCount(); i++) {
            String attribute = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            at.attr(attribute, in.getAttributeValue(i));
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          Element parent = at.parent();
          at = parent == null ? root : parent;
          depth--;
        } else {
          String text = text(in, event);
          if (!text.isEmpty()) {
            at.appendChild(new TextNode(text));
          }
        }
      }
      return root.child(0);
    } catch (XMLStreamException e) {
      throw new SourceException("it cannot be read as XML: " + message(e), e);
    }
  }

  /** A parser that reads no DTD and resolves nothing external. */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Reads bytes in the encoding that they declare. */
  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return factory().createXMLStreamReader(in);
  }

  static String name(XMLStreamReader in) {
    return in.getLocalName().toLowerCase(Locale.ROOT);
  }

  /** The text of an event; empty if it has none. */
  static String text(XMLStreamReader in, int event) throws XMLStreamException {
    return switch (event) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          in.getText();
      case XMLStreamConstants.ENTITY_REFERENCE -> character(in.getLocalName());
      default -> "";
    };
  }

  private static String character(String entity) throws XMLStreamException {
    String character = Entities.getByName(entity);
    if (character.isEmpty()) {
      throw new XMLStreamException(
          "it uses the entity &"
              + entity
              + "; of a DTD; for safety, no DTD is read and no entity is expanded; replace it");
    }
    return character;
  }

  static void checkDepth(int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("more than " + DEEPEST + " nested elements");
    }
  }

  /** The message on one line, with its place in the file. */
  static String message(XMLStreamException e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    Matcher parser =
        Pattern.compile("ParseError at \\[row,col\\]:\\[(\\d+),(\\d+)\\] Message: (.*)")
            .matcher(message);
    return parser.matches()
        ? "line " + parser.group(1) + ", column " + parser.group(2) + ": " + parser.group(3)
        : message;
  }

  private static @Nullable String declaredEncoding(byte[] bytes) {
    int length = Math.min(DECLARATION, bytes.length);
    Matcher matcher = ENCODING.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The first descendant of {@code element} with this name; null if there is none. */
  static @Nullable Element first(Element element, String name) {
    Element found = element.getElementsByTag(name).first();
    return found == element ? null : found;
  }

  /** The text of the first descendant with this name; empty if there is none. */
  static String text(Element element, String name) {
    Element found = first(element, name);
    return found == null ? "" : found.text();
  }

  /** The value of an attribute of the first descendant with this name; empty if there is none. */
  static String attribute(Element element, String name, String attribute) {
    Element found = first(element, name);
    return found == null ? "" : found.attr(attribute);
  }
}
