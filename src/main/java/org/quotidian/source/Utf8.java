package org.quotidian.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 with a flaw (cut off, spliced) from text in another encoding. */
final class Utf8 {

  private Utf8() {}

  /**
   * The position of the first byte that does not fit, if {@code bytes} have more well-formed
   * multi-byte characters than flaws, which text in another encoding has not; else -1.
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
