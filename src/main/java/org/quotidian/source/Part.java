package org.quotidian.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file, or something inside it: the bytes to come under their name. One pass over a file has one
 * set of keys and one count of unpacked bytes. For one thread.
 *
 * @param name of the file or archive entry, without the ending of what was unpacked
 * @param in at its first byte; can be looked at and reset
 * @param file null inside an archive or packing
 * @param depth archives and packings around it
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

  /** The whole file; the caller closes {@code in}. */
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
   * @param key the entry's; keys of records in it begin with it
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

  /** This, taken out of all its packings. */
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

  String lowerCaseName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The first bytes, which stay to be read. */
  byte[] look(int most) throws IOException {
    in.mark(most);
    byte[] bytes = in.readNBytes(most);
    in.reset();
    return bytes;
  }

  /** A question about the bytes to come. */
  @FunctionalInterface
  interface Question {
    boolean ask(InputStream in) throws IOException;
  }

  /**
   * Asks about the bytes to come, which stay to be read.
   *
   * @throws SourceException if more must be looked at than a file may have
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
