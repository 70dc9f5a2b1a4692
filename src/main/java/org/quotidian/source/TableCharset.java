package org.quotidian.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.language.WordList;

/**
 * An encoding that Java does not have, with one byte per letter or mark, read from a table in the
 * resource folder {@code encodings}. The decoded text may contain combining marks and must be
 * composed. It cannot encode.
 */
final class TableCharset extends Charset {

  private final @Nullable String[] characters = new String[256];

  /**
   * @param name of the table and of the encoding
   */
  TableCharset(String name, String... aliases) {
    super(name, aliases);
    for (int b = 0; b < 0x80; b++) {
      characters[b] = String.valueOf((char) b);
    }
    for (List<String> columns : WordList.rows(TableCharset.class, "encodings/" + name + ".txt")) {
      StringBuilder text = new StringBuilder();
      for (String codePoint : columns.get(1).split(" ")) {
        text.append((char) HexFormat.fromHexDigits(codePoint));
      }
      characters[HexFormat.fromHexDigits(columns.get(0))] = text.toString();
    }
  }

  @Override
  public boolean contains(Charset other) {
    return other.name().equals("US-ASCII");
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new TableDecoder();
  }

  @Override
  public boolean canEncode() {
    return false;
  }

  @Override
  public CharsetEncoder newEncoder() {
    throw new UnsupportedOperationException(name() + " can only be decoded");
  }

  private final class TableDecoder extends CharsetDecoder {

    TableDecoder() {
      super(TableCharset.this, 1, 2);
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
      while (in.hasRemaining()) {
        String text = characters[in.get(in.position()) & 0xFF];
        if (text == null) {
          return CoderResult.unmappableForLength(1);
        }
        if (out.remaining() < text.length()) {
          return CoderResult.OVERFLOW;
        }
        out.put(text);
        in.get();
      }
      return CoderResult.UNDERFLOW;
    }
  }
}
