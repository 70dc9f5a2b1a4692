package org.quotidian.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jsoup.Jsoup;
import org.xml.sax.SAXException;

/**
 * Reads office documents (PDF, Word, OpenDocument, RTF) with Apache Tika. Embedded and attached
 * files are not read, nor are the fields of the document, which contain whatever the program that
 * wrote it put there.
 */
record OfficeDocument(Parser parser, Limits limits) implements Format {

  /** By media type, as Tika detects it. */
  static Map<String, Format> all(Limits limits) {
    Format opendocument = new OfficeDocument(new OpenDocumentParser(), limits);
    return Map.of(
        "application/pdf", new OfficeDocument(new PDFParser(), limits),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            new OfficeDocument(new OOXMLParser(), limits),
        "application/msword", new OfficeDocument(new OfficeParser(), limits),
        "application/vnd.oasis.opendocument.text", opendocument,
        "application/rtf", new OfficeDocument(new RTFParser(), limits));
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    StructuredText text = new StructuredText("");
    paragraphs(bytes).forEach(p -> text.add(p.section(), p.text()));
    if (text.hasNoBody()) {
      throw new SourceException("it contains no text; perhaps it is a scanned document");
    }
    return text.articleText("", "");
  }

  /** The paragraphs in the order of the document. */
  List<HtmlParagraphs.HtmlParagraph> paragraphs(byte[] bytes) throws SourceException {
    return HtmlParagraphs.of(Jsoup.parse(xhtml(bytes)).body());
  }

  private String xhtml(byte[] bytes) throws SourceException {
    ToXMLContentHandler xhtml = new ToXMLContentHandler();
    // Markup counts too, so this is more than the limit on characters, which is checked later.
    int most = (int) Math.min(Integer.MAX_VALUE, 4L * limits.characters() + 10_000);
    try (TikaInputStream in = TikaInputStream.get(bytes)) {
      ParseContext context = new ParseContext();
      context.set(Parser.class, EmptyParser.INSTANCE); // for what is embedded
      parser.parse(in, new WriteOutContentHandler(xhtml, most), new Metadata(), context);
    } catch (EncryptedDocumentException e) {
      throw new SourceException("it is protected by a password", e);
    } catch (SAXException | TikaException | IOException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new SourceException(limits.tooLong(most), e);
      }
      throw new SourceException("it cannot be read: " + e.getMessage(), e);
    }
    return xhtml.toString();
  }
}
