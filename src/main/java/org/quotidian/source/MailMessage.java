package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.dom.field.MailboxListField;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.quotidian.model.Section;

/**
 * Reads a mail: subject, sender and date, and its text, plain or HTML. What it quotes of other mail
 * and the signature are boilerplate. Attachments and attached mail are not read.
 */
final class MailMessage implements Format {

  /** How programs mark the mail to which an HTML mail replies. */
  private static final String QUOTED = "blockquote[type=cite], .gmail_quote, .yahoo_quoted";

  private static final Pattern ZONE = Pattern.compile("\\s([+-]\\d{4})\\b");

  /** The charset of each part is known, so that a job's encoding does not count. */
  private final TextDecoder decoder = new TextDecoder();

  /**
   * A part with text.
   *
   * @param alternatives identifies the parts of which only one is to be read; 0 if there is no
   *     choice
   */
  private record TextPart(int alternatives, boolean isHtml, byte[] bytes, Fields header) {}

  /** The header fields of a mail or of a part, by name. */
  private static final class Fields {

    private final Map<String, ParsedField> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    String value(String name) {
      ParsedField field = fields.get(name);
      String value = field instanceof UnstructuredField words ? words.getValue() : null;
      value = value == null && field != null ? field.getBody() : value;
      return value == null ? "" : value.strip();
    }

    String parameter(String name) {
      return fields.get("Content-Type") instanceof ContentTypeField type
              && type.getParameter(name) != null
          ? type.getParameter(name).toLowerCase(Locale.ROOT)
          : "";
    }

    String author() {
      return fields.get("From") instanceof MailboxListField from
              && from.getMailboxList() != null
              && !from.getMailboxList().isEmpty()
              && from.getMailboxList().get(0).getName() != null
          ? from.getMailboxList().get(0).getName().strip()
          : "";
    }

    /** In the time zone of the sender, so that the day is that of the sender. */
    String published() {
      if (!(fields.get("Date") instanceof DateTimeField date) || date.getDate() == null) {
        return PublicationDate.ofMetadata(value("Date"));
      }
      Instant instant = date.getDate().toInstant();
      Matcher zone = ZONE.matcher(date.getBody());
      try {
        return zone.find()
            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atOffset(ZoneOffset.of(zone.group(1))))
            : instant.toString();
      } catch (DateTimeException e) { // there is no such zone
        return instant.toString();
      }
    }
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    Fields header = new Fields();
    List<TextPart> parts = new ArrayList<>();
    try {
      walk(bytes, header, parts);
    } catch (MimeException | IOException e) {
      throw new SourceException("it cannot be read as mail: " + e.getMessage(), e);
    }
    StructuredText text = new StructuredText(header.value("Subject"));
    for (TextPart part : parts) {
      boolean hasBetter =
          parts.stream().anyMatch(p -> p.isHtml() && !part.isHtml() && isAlternative(p, part));
      if (!hasBetter) {
        add(part, text);
      }
    }
    if (text.hasNoBody()) {
      throw new SourceException("it contains no text, only attachments or pictures");
    }
    return text.articleText(header.author(), header.published());
  }

  private static boolean isAlternative(TextPart a, TextPart b) {
    return a.alternatives() > 0 && a.alternatives() == b.alternatives();
  }

  /** Collects the header of the mail and its parts with text. */
  private static void walk(byte[] bytes, Fields header, List<TextPart> parts)
      throws MimeException, IOException {
    MimeTokenStream mime = new MimeTokenStream(MimeConfig.PERMISSIVE);
    mime.setRecursionMode(RecursionMode.M_NO_RECURSE);
    mime.parse(new ByteArrayInputStream(bytes));
    List<Integer> multiparts = new ArrayList<>(List.of(0));
    int alternatives = 0;
    Fields fields = header;
    for (EntityState state = mime.getState();
        state != EntityState.T_END_OF_STREAM;
        state = mime.next()) {
      switch (state) {
        case T_START_BODYPART -> fields = new Fields();
        case T_FIELD -> {
          ParsedField field =
              LenientFieldParser.getParser().parse(mime.getField(), DecodeMonitor.SILENT);
          fields.fields.putIfAbsent(field.getName(), field);
        }
        case T_START_MULTIPART -> {
          boolean isChoice = "multipart/alternative".equals(mime.getBodyDescriptor().getMimeType());
          multiparts.add(isChoice ? ++alternatives : multiparts.get(multiparts.size() - 1));
        }
        case T_END_MULTIPART -> multiparts.remove(multiparts.size() - 1);
        case T_BODY -> {
          String type = mime.getBodyDescriptor().getMimeType();
          boolean isHtml = "text/html".equals(type);
          String disposition = fields.value("Content-Disposition").toLowerCase(Locale.ROOT);
          if ((isHtml || "text/plain".equals(type)) && !disposition.startsWith("attachment")) {
            try (InputStream in = mime.getDecodedInputStream()) {
              parts.add(
                  new TextPart(
                      multiparts.get(multiparts.size() - 1), isHtml, in.readAllBytes(), fields));
            }
          }
        }
        default -> {}
      }
    }
  }

  private void add(TextPart part, StructuredText text) throws SourceException {
    String charset = part.header().parameter("charset");
    boolean says = !charset.isEmpty() && !charset.equals("us-ascii"); // the default of mail
    if (part.isHtml()) {
      String declared = says ? charset : HtmlPage.declaredCharset(part.bytes());
      addHtml(Jsoup.parse(decoder.decode(part.bytes(), declared).text()), text);
      return;
    }
    String plain = decoder.decode(part.bytes(), says ? charset : null).text();
    boolean isFlowed = part.header().parameter("format").equals("flowed");
    boolean deletesSpace = part.header().parameter("delsp").equals("yes");
    MailText.of(plain, isFlowed, deletesSpace)
        .forEach(p -> text.add(p.isOfMail() ? Section.BOILERPLATE : null, p.text()));
  }

  private static void addHtml(Document page, StructuredText text) {
    List<Element> quoted = page.select(QUOTED);
    quoted.forEach(Element::remove);
    HtmlParagraphs.of(page.body()).forEach(p -> text.add(p.section(), p.text()));
    for (Element element : quoted) {
      HtmlParagraphs.of(element)
          .forEach(p -> text.add(text.hasNoBody() ? null : Section.BOILERPLATE, p.text()));
    }
  }
}
