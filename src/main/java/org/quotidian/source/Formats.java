package org.quotidian.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/** Detects the format of a file from its content, and from its name if the content is ambiguous. */
final class Formats {

  private static final int LOOKED_AT = 1 << 16; // bytes; Tika's own limit

  private static final int FIRST_WORDS = 64; // bytes; magic numbers are within these

  private static final int PROLOG = 4096; // bytes; the first element is within these

  private static final Pattern FIRST_ELEMENT =
      Pattern.compile("[^<]*+(?:<[?!][^>]*+>[^<]*+)*+<(\\w++)");

  /** Takes a moment to load; thread-safe. */
  private static final Tika TIKA = new Tika();

  private final Format text;
  private final Format xml;
  private final Map<String, Format> byMediaType;

  Formats(ReadingSettings settings) {
    this.text = new TextFile(settings.decoder());
    HtmlPage html = new HtmlPage(settings.decoder());
    this.byMediaType = new HashMap<>(OfficeDocument.all(settings.limits()));
    byMediaType.put("text/html", html);
    byMediaType.put("application/xhtml+xml", html);
    byMediaType.put("application/json", new JsonRecord(settings));
    byMediaType.put("message/rfc822", new MailMessage());
    byMediaType.put("multipart/related", new MhtmlPage(html, settings.decoder()));
    this.xml = new XmlArticle(settings);
  }

  /**
   * @throws SourceException if the format is not supported or the file is empty
   */
  Format of(UnpackedItem content) throws SourceException {
    byte[] bytes = content.bytes();
    if (bytes.length == 0) {
      throw new SourceException("the file is empty");
    }
    if (isPlainly(content)) {
      return text;
    }
    String mediaType = mediaType(content);
    if (isHtml(mediaType) && isXmlByName(content)) {
      return xml;
    }
    Format format = byMediaType.get(mediaType);
    if (format == null && isXml(mediaType)) {
      return xml;
    }
    if (format != null && !isTextByName(mediaType, content.name())) {
      return format;
    }
    if (mightBeText(mediaType, content.name())) {
      return text;
    }
    throw new SourceException("its format is not supported: " + mediaType);
  }

  /** Whether it is a .txt file that begins with words; detection would take milliseconds. */
  private static boolean isPlainly(UnpackedItem content) {
    byte[] bytes = content.bytes();
    if (!content.name().toLowerCase(Locale.ROOT).endsWith(".txt")) {
      return false;
    }
    for (int i = 0; i < Math.min(FIRST_WORDS, bytes.length); i++) {
      boolean control = bytes[i] >= 0 && bytes[i] < ' ';
      if ((control && "\t\r\n".indexOf(bytes[i]) < 0) || "<%{".indexOf(bytes[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  private String mediaType(UnpackedItem content) {
    byte[] start = content.bytes();
    if (start.length > LOOKED_AT) {
      start = Arrays.copyOf(start, LOOKED_AT);
    }
    return TIKA.detect(start, content.name());
  }

  /** Whether only the decoder can decide. Text in an old encoding looks like arbitrary bytes. */
  private static boolean mightBeText(String mediaType, String name) {
    return mediaType.startsWith("text/")
        || mediaType.equals("application/octet-stream")
        || isTextByName(mediaType, name);
  }

  private static boolean isHtml(String mediaType) {
    return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
  }

  /** Whether an .xml file was mistaken for a web page, because of elements called title or body. */
  private static boolean isXmlByName(UnpackedItem content) {
    int length = Math.min(PROLOG, content.bytes().length);
    Matcher first =
        FIRST_ELEMENT.matcher(new String(content.bytes(), 0, length, StandardCharsets.ISO_8859_1));
    return content.name().toLowerCase(Locale.ROOT).endsWith(".xml")
        && first.lookingAt()
        && !first.group(1).equalsIgnoreCase("html");
  }

  private static boolean isXml(String mediaType) {
    return mediaType.equals("application/xml")
        || mediaType.equals("text/xml")
        || mediaType.endsWith("+xml");
  }

  /**
   * Whether it is a .txt file that was mistaken for mail because it begins with "From: …" or the
   * like.
   */
  private static boolean isTextByName(String mediaType, String name) {
    return mediaType.equals("message/rfc822") && name.toLowerCase(Locale.ROOT).endsWith(".txt");
  }
}
