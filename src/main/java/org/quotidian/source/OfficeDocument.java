package org.quotidian.source;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads office documents (PDF, Word, OpenDocument, RTF, mail) with Apache Tika. Embedded and
 * attached files are not read.
 *
 * @param isMail whether its fields (subject, sender, date) describe the article; in other documents
 *     they contain whatever the program that wrote them put there
 */
record OfficeDocument(Parser parser, boolean isMail, Limits limits) implements Format {

  /** Tika returns plain mail as one paragraph, including its blank lines. */
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R");

  /** By media type, as Tika detects it. */
  static Map<String, Format> all(Limits limits) {
    Format opendocument = new OfficeDocument(new OpenDocumentParser(), false, limits);
    return Map.of(
        "application/pdf", new OfficeDocument(new PDFParser(), false, limits),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            new OfficeDocument(new OOXMLParser(), false, limits),
        "application/msword", new OfficeDocument(new OfficeParser(), false, limits),
        "application/vnd.oasis.opendocument.text", opendocument,
        "application/rtf", new OfficeDocument(new RTFParser(), false, limits),
        "message/rfc822", new OfficeDocument(new RFC822Parser(), true, limits));
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    Metadata metadata = new Metadata();
    String xhtml = xhtml(bytes, metadata);
    StructuredText text =
        new StructuredText(isMail ? field(metadata.get(TikaCoreProperties.TITLE)) : "");
    for (HtmlParagraphs.HtmlParagraph p : HtmlParagraphs.of(Jsoup.parse(xhtml).body())) {
      for (String paragraph : isMail ? BLANK_LINE.split(p.text()) : new String[] {p.text()}) {
        text.add(p.section(), paragraph);
      }
    }
    if (text.hasNoBody()) {
      throw new SourceException("it contains no text; perhaps it is a scanned document");
    }
    return isMail
        ? text.articleText(
            field(metadata.get(Message.MESSAGE_FROM_NAME)),
            PublicationDate.ofMetadata(field(metadata.get(TikaCoreProperties.CREATED))))
        : text.articleText("", "");
  }

  private String xhtml(byte[] bytes, Metadata metadata) throws SourceException {
    ToXMLContentHandler xhtml = new ToXMLContentHandler();
    // Markup counts too, so this is more than the limit on characters, which is checked later.
    int most = (int) Math.min(Integer.MAX_VALUE, 4L * limits.characters() + 10_000);
    try (TikaInputStream in = TikaInputStream.get(bytes)) {
      parser.parse(in, new WriteOutContentHandler(xhtml, most), metadata, context());
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

  /**
   * The parsers to use inside the document. The text of a mail is in parts that need other parsers;
   * parts of other documents are attachments.
   */
  private ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(
        Parser.class,
        isMail ? new AutoDetectParser(new TXTParser(), new JSoupParser()) : EmptyParser.INSTANCE);
    return context;
  }

  private static String field(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
