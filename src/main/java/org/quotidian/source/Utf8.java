package org.quotidian.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Distinguishes damaged UTF-8 (cut off, spliced) from text in another encoding. */
final class Utf8 {

  private Utf8() {}

  /**
   * The position of the first byte that is not valid, if {@code bytes} contain more valid
   * multi-byte characters than errors, which never happens in other encodings; otherwise -1.
   */
  static int firstFlawOfDamagedText(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    int first = -1;
    long flaws = 0;
    long multiByte = 0;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      multiByte += out.flip().chars().filter(c -> c >= 0x80).count();
      out.clear();
      if (result.isError()) {
        first = first < 0 ? in.position() : first;
        flaws++;
        in.position(in.position() + result.length());
      }
    } while (!result.isUnderflow());
    return multiByte > flaws ? first : -1;
  }
}
