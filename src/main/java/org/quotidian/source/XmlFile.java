package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An XML file with many articles: a NewsML-G2 message, a TEI corpus, a feed (RSS, Atom), or any
 * other whose root contains elements with usual names of articles. It is read as a stream with one
 * article in memory at a time.
 */
final class XmlFile implements RecordFile {

  private static final Map<String, Set<String>> RECORDS_BY_ROOT =
      Map.of(
          "newsmessage", Set.of("newsitem"),
          "teicorpus", Set.of("tei"),
          "teicorpus.2", Set.of("tei.2"),
          "rss", Set.of("item"),
          "rdf", Set.of("item"),
          "feed", Set.of("entry"));

  /** Usual names of an article in lists that follow no standard. */
  private static final Set<String> RECORDS =
      Set.of(
          "article",
          "doc",
          "document",
          "entry",
          "item",
          "news",
          "nitf",
          "post",
          "record",
          "row",
          "story");

  private static final Set<String> ARTICLES = Set.of("html", "newsitem", "nitf", "tei", "tei.2");

  private final Limits limits;
  private final XmlArticle article;

  XmlFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.article = new XmlArticle(settings);
  }

  /** Whether a file begins like XML, in an encoding that includes ASCII. */
  static boolean begins(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<?xml");
  }

  /** Whether the file contains many articles. If not, it is a single article. */
  static boolean isList(InputStream in) {
    try {
      XMLStreamReader xml = XmlTree.reader(in);
      String root = root(xml);
      if (RECORDS_BY_ROOT.containsKey(root)) {
        return true;
      }
      return !ARTICLES.contains(root) && !RECORDS.contains(root) && hasRecordBelow(xml);
    } catch (XMLStreamException | RuntimeException e) {
      return false; // reported when it is read as one article
    }
  }

  private static String root(XMLStreamReader xml) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      continue;
    }
    return XmlTree.name(xml);
  }

  /** Called after the start of the root element. */
  private static boolean hasRecordBelow(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        XmlTree.checkDepth(++depth);
        if (depth == 2 && RECORDS.contains(XmlTree.name(xml))) {
          return true;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return false;
  }

  @Override
  public Records records(Part part) throws SourceException {
    try {
      XMLStreamReader xml = XmlTree.reader(part.in());
      return new Elements(xml, RECORDS_BY_ROOT.getOrDefault(root(xml), RECORDS), part);
    } catch (XMLStreamException e) {
      throw new SourceException("it cannot be read as XML: " + XmlTree.message(e), e);
    }
  }

  @Override
  public Format format(InputStream in) {
    return article;
  }

  private final class Elements extends Records {

    private final XMLStreamReader xml;
    private final Set<String> names;
    private final Part part;
    private int depth = 1;
    private long number;
    private boolean broken;

    Elements(XMLStreamReader xml, Set<String> names, Part part) {
      this.xml = xml;
      this.names = names;
      this.part = part;
    }

    @Override
    @Nullable RawRecord read() {
      try {
        while (!broken && depth > 0 && xml.hasNext()) {
          int event = xml.next();
          if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
          } else if (event == XMLStreamConstants.START_ELEMENT) {
            if (names.contains(XmlTree.name(xml))) {
              RawRecord record = record();
              if (record != null) {
                return record;
              }
            } else {
              XmlTree.checkDepth(++depth);
            }
          }
        }
        return null;
      } catch (XMLStreamException e) {
        return broken("from here on it cannot be read as XML: " + XmlTree.message(e));
      } catch (RuntimeException e) {
        // The parser may throw any exception on bytes that are not text.
        return broken("from here on it cannot be read as XML: " + e);
      }
    }

    private RawRecord broken(String problem) {
      broken = true;
      return RawRecord.unreadable(part.keys().key("", number + 1), -1, problem);
    }

    /** The element that begins here; null if it is not an article. */
    private @Nullable RawRecord record() throws XMLStreamException {
      String guid = String.valueOf(xml.getAttributeValue(null, "guid"));
      Copy copy = new Copy();
      copy.element(xml);
      if (NewsMlArticle.isOfAnotherKind(copy.itemClass)) {
        return null;
      }
      number++;
      if (copy.tooLarge()) {
        return RawRecord.unreadable(part.keys().key("", number), -1, limits.tooLarge(copy.length));
      }
      byte[] bytes = copy.text.toString().getBytes(StandardCharsets.UTF_8);
      String own = guid.equals("null") ? article.key(bytes) : guid;
      return RawRecord.readable(part.keys().key(own, number), -1, bytes, article);
    }

    @Override
    public void close() throws IOException {
      part.in().close();
    }
  }

  /** A copy of one element, with names that need no namespace declarations. */
  private final class Copy {

    private final StringWriter text = new StringWriter();
    private String itemClass = "";
    private long length;

    void element(XMLStreamReader xml) throws XMLStreamException {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      start(xml, out);
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          XmlTree.checkDepth(++depth);
          start(xml, out);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          if (!tooLarge()) {
            out.writeEndElement();
          }
        } else {
          String words = XmlTree.text(xml, event);
          length += words.length();
          if (!tooLarge()) {
            out.writeCharacters(words);
          }
        }
      }
      out.flush();
    }

    private void start(XMLStreamReader xml, XMLStreamWriter out) throws XMLStreamException {
      String name = XmlTree.name(xml);
      length += name.length();
      if (!tooLarge()) {
        out.writeStartElement(name);
      }
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
        String value = xml.getAttributeValue(i);
        length += attribute.length() + value.length();
        if (!tooLarge() && seen.add(attribute)) { // xml:id and id become the same
          out.writeAttribute(attribute, value);
        }
        if (name.equals("itemclass") && attribute.equals("qcode")) {
          itemClass = value;
        }
      }
    }

    boolean tooLarge() {
      return length > limits.fileBytes();
    }
  }
}
