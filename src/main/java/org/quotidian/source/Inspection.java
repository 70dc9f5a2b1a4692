package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.Tika;

/**
 * What a file was understood to be, before it is read: for a person who wants to know why an
 * article looks as it does.
 *
 * @param mediaType as Tika tells it from content and name, of what is packed too
 * @param charset name of the encoding; empty where the format has its own, or a part is not text
 * @param confidence of the encoding, 0 to 100
 * @param problem why there is no encoding; empty where there is one, or none is needed
 */
public record Inspection(String mediaType, String charset, int confidence, String problem) {

  private static final int LOOKED_AT = 1 << 16; // bytes

  private static final Tika TIKA = new Tika();

  /**
   * Looks at the beginning of a file.
   *
   * @throws SourceException if it cannot be read or unpacked
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

  /** What is cut off in the middle of a line is no fair sample of an encoding. */
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
