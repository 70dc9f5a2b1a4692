package org.quotidian.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a file inside an archive: a name and the bytes to read. All parts of one file share
 * the record keys and the count of decompressed bytes. For one thread.
 *
 * @param name of the file or archive entry, without the extensions of compressions that were
 *     removed
 * @param in positioned at the first byte; supports mark and reset
 * @param file null inside an archive or compressed file
 * @param depth number of archives, compressed files and encodings around it; above 0, the place of
 *     a byte in the file is unknown
 */
record Part(
    String name,
    BufferedInputStream in,
    @Nullable Path file,
    int depth,
    RecordKeys keys,
    UnpackedBytes budget,
    Limits limits) {

  private static final int BUFFER = 1 << 16; // bytes
  private static final int START = 1 << 12; // bytes that show an encoding

  /** A whole file. The caller closes {@code in}. */
  static Part of(Path file, String name, InputStream in, long size, Limits limits) {
    return new Part(
        name,
        new BufferedInputStream(in, BUFFER),
        file,
        0,
        new RecordKeys(),
        new UnpackedBytes(limits, size),
        limits);
  }

  /**
   * A file in this archive.
   *
   * @param key key of the entry; keys of its records begin with it
   */
  Part entry(String entryName, String key, InputStream entry) throws SourceException {
    limits.checkNesting(depth + 1);
    return new Part(
        entryName,
        new BufferedInputStream(entry, BUFFER),
        null,
        depth + 1,
        keys.inside(key),
        budget,
        limits);
  }

  /** This part without its compression, if any. */
  Part unpacked() throws IOException, SourceException {
    Part part = this;
    for (Packing packing = Packing.of(part.look(Packing.MAGIC));
        packing != null;
        packing = Packing.of(part.look(Packing.MAGIC))) {
      limits.checkNesting(part.depth + 1);
      InputStream inside = budget.counted(packing.unpack(part.in));
      part =
          new Part(
              packing.inside(part.name),
              new BufferedInputStream(inside, BUFFER),
              null,
              part.depth + 1,
              keys,
              budget,
              limits);
    }
    return part;
  }

  /**
   * The same text in UTF-8, if it is UTF-16, for readers of lines and of JSON. Markup is left as it
   * is, because it says its encoding itself.
   */
  Part inUtf8() throws IOException {
    byte[] start = look(START);
    Charset charset = TextDecoder.utf16(start).orElse(null);
    if (charset == null || new String(start, charset).strip().startsWith("<")) {
      return this;
    }
    InputStream utf8 =
        ReaderInputStream.builder()
            .setReader(new InputStreamReader(in, charset))
            .setCharset(StandardCharsets.UTF_8)
            .get();
    return new Part(
        name, new BufferedInputStream(utf8, BUFFER), null, depth + 1, keys, budget, limits);
  }

  String lowerCaseName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The first bytes, without consuming them. */
  byte[] look(int most) throws IOException {
    in.mark(most);
    byte[] bytes = in.readNBytes(most);
    in.reset();
    return bytes;
  }

  /** A test of the bytes to come. */
  @FunctionalInterface
  interface Question {
    boolean ask(InputStream in) throws IOException;
  }

  /**
   * Tests the bytes to come, without consuming them.
   *
   * @throws SourceException if the test needs more bytes than a file may have
   */
  boolean answer(Question question) throws IOException, SourceException {
    in.mark(limits.mostBytes());
    boolean answer = question.ask(new Unclosed(in));
    try {
      in.reset();
    } catch (IOException e) {
      throw new SourceException(limits.tooLarge(limits.mostBytes()), e);
    }
    return answer;
  }
}
