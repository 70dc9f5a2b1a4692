package org.quotidian.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * The content of a server's response without chunks (RFC 9112, 7.1) and compression (RFC 9110,
 * 8.4). Crawlers often keep the headers of what they received but store it decoded, so the bytes
 * decide and not the headers. A response that is cut off is a failure.
 */
final class HttpBody {

  private static final int LOOKED_AT = 512; // bytes; compressed data has control characters in them

  private static final int LONGEST_SIZE = 8; // hexadecimal digits, with zeros in front

  private static final int ZLIB = 0x78; // first byte of its usual header (RFC 1950)

  private HttpBody() {}

  /**
   * @param body as stored
   * @param encoding the header Content-Encoding; empty if there is none
   * @throws SourceException if it is larger than a file may be
   */
  static byte[] decoded(byte[] body, boolean saysChunked, String encoding, Limits limits)
      throws IOException, SourceException {
    byte[] whole = saysChunked && size(body, 0) >= 0 ? withoutChunks(body) : body;
    if (Packing.of(whole) == Packing.GZIP) {
      return limits.read(Packing.GZIP.unpack(new ByteArrayInputStream(whole)));
    }
    if (isText(whole)) {
      return whole;
    }
    InputStream packed = new ByteArrayInputStream(whole);
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "br" -> limits.read(new BrotliInputStream(packed));
      case "deflate" ->
          (whole[0] & 0xFF) == ZLIB ? limits.read(new InflaterInputStream(packed)) : whole;
      default -> whole;
    };
  }

  private static byte[] withoutChunks(byte[] body) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (true) {
      int size = size(body, at);
      int data = lineEnd(body, at);
      if (size == 0) {
        return whole.toByteArray();
      }
      if (size < 0 || size > body.length - data) {
        throw new EOFException("the response is cut off, or its chunks have wrong lengths");
      }
      whole.write(body, data, size);
      at = lineEnd(body, data + size);
    }
  }

  /** The size in the line at a position, which may end with an extension; -1 if it has none. */
  private static int size(byte[] body, int at) {
    int end = at;
    while (end < body.length && Character.digit(body[end], 16) >= 0) {
      end++;
    }
    boolean isSize = end > at && end - at <= LONGEST_SIZE;
    isSize &= end == body.length || "\r\n; ".indexOf(body[end]) >= 0;
    long size =
        isSize ? Long.parseLong(new String(body, at, end - at, StandardCharsets.US_ASCII), 16) : -1;
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  /** The position after the end of the line. */
  private static int lineEnd(byte[] body, int at) {
    int end = at;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return Math.min(body.length, end + 1);
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\f\r".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }
}
