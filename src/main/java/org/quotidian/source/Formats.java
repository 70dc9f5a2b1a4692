package org.quotidian.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;

/** Tells the format of a file by what is in it, and by its name where that leaves a choice. */
final class Formats {

  private static final int LOOKED_AT = 1 << 16; // bytes; Tika's own limit

  /** Takes a moment to load; safe to share. */
  private static final Tika TIKA = new Tika();

  private final Format text = new TextFile();
  private final Map<String, Format> byMediaType;

  Formats(Limits limits, FieldNames names) {
    Format html = new HtmlPage();
    this.byMediaType = new HashMap<>(OfficeDocument.all(limits));
    byMediaType.put("text/html", html);
    byMediaType.put("application/xhtml+xml", html);
    byMediaType.put("application/json", new JsonRecord(names));
  }

  /**
   * @throws SourceException if it is no format that is read, or nothing at all
   */
  Format of(Content content) throws SourceException {
    byte[] bytes = content.bytes();
    if (bytes.length == 0) {
      throw new SourceException("the file is empty");
    }
    String mediaType = mediaType(content);
    Format format = byMediaType.get(mediaType);
    if (format != null && !isTextByName(mediaType, content.name())) {
      return format;
    }
    if (mightBeText(mediaType, content.name())) {
      return text;
    }
    throw new SourceException("its format is not supported: " + mediaType);
  }

  private String mediaType(Content content) {
    byte[] start = content.bytes();
    if (start.length > LOOKED_AT) {
      start = java.util.Arrays.copyOf(start, LOOKED_AT);
    }
    return TIKA.detect(start, content.name());
  }

  /** Text, or what only the decoder can tell: text in an old encoding looks like any bytes. */
  private static boolean mightBeText(String mediaType, String name) {
    return mediaType.startsWith("text/")
        || mediaType.equals("application/octet-stream")
        || isTextByName(mediaType, name);
  }

  /** An article may begin like a mail ("From: …"). */
  private static boolean isTextByName(String mediaType, String name) {
    return mediaType.equals("message/rfc822") && name.toLowerCase(Locale.ROOT).endsWith(".txt");
  }
}
