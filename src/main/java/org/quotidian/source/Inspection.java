package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.Tika;

/**
 * How a file would be read: for people who want to know why an article looks as it does.
 *
 * @param mediaType as detected by Tika from content and name; of the content of a compressed file
 * @param charset name of the encoding; empty if the format has its own, or part of it is not text
 * @param confidence of the encoding, 0 to 100
 * @param problem why the encoding is unknown; empty if it is known or not needed
 */
public record Inspection(String mediaType, String charset, int confidence, String problem) {

  private static final int LOOKED_AT = 1 << 16; // bytes

  private static final Tika TIKA = new Tika();

  /**
   * Inspects the beginning of a file.
   *
   * @throws SourceException if it cannot be read or decompressed
   */
  public static Inspection of(Path file, ReadingSettings settings) throws SourceException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(LOOKED_AT);
      String name = String.valueOf(file.getFileName());
      String mediaType = TIKA.detect(start, name);
      if (!isText(mediaType)) {
        return new Inspection(mediaType, "", 0, "");
      }
      return decoded(mediaType, whole(start), settings.decoder());
    } catch (IOException e) {
      throw new SourceException(IoProblem.sentence("the file", e), e);
    }
  }

  /** Without the last, incomplete line, which could mislead the detection of the encoding. */
  private static byte[] whole(byte[] start) {
    int end = start.length;
    if (end == LOOKED_AT) {
      while (end > 0 && start[end - 1] != '\n') {
        end--;
      }
    }
    return end == 0 ? start : Arrays.copyOf(start, end);
  }

  private static Inspection decoded(String mediaType, byte[] start, TextDecoder decoder) {
    try {
      String declared = mediaType.contains("html") ? HtmlPage.declaredCharset(start) : null;
      DecodedText text = decoder.decode(start, declared);
      return new Inspection(mediaType, text.charset(), text.confidence(), "");
    } catch (SourceException e) {
      return new Inspection(mediaType, "", 0, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isText(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.contains("json")
        || type.contains("xml") && !type.contains("openxml")
        || type.equals("application/octet-stream");
  }
}
