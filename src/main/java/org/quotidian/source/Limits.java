package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Limits on what is read of a source item, so that a single file cannot exhaust the memory of a
 * run. They are the settings {@code limits.file-size}, {@code limits.characters}, {@code
 * limits.nesting} and {@code limits.ratio} of a job file.
 *
 * @param fileBytes size of a file or of a record in a file, decompressed, in bytes
 * @param characters length of an article's text, in Unicode code points
 * @param nesting how deeply archives and compressed files may be nested
 * @param ratio how many times its own size a file may decompress to
 */
public record Limits(long fileBytes, int characters, int nesting, int ratio) {

  /** For instance a compressed archive of compressed files. */
  public static final int USUAL_NESTING = 3;

  /** More is a decompression bomb: text compresses to a tenth, logs to a hundredth. */
  public static final int USUAL_RATIO = 200;

  private static final long MEGABYTE = 1 << 20;

  /** The limits of a job file that sets none. */
  public static final Limits USUAL = new Limits(50 * MEGABYTE, 200_000);

  /**
   * @throws IllegalArgumentException if a limit is not positive
   */
  public Limits {
    if (fileBytes < 1 || characters < 1 || nesting < 1 || ratio < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: %d bytes, %d characters, nesting %d, ratio %d"
              .formatted(fileBytes, characters, nesting, ratio));
    }
  }

  /** With the usual limits on archives. */
  public Limits(long fileBytes, int characters) {
    this(fileBytes, characters, USUAL_NESTING, USUAL_RATIO);
  }

  /**
   * The rest of {@code in}, which is decompressed already.
   *
   * @throws SourceException if it is larger than a file may be
   */
  byte[] read(InputStream in) throws IOException, SourceException {
    byte[] bytes = in.readNBytes(mostBytes());
    if (bytes.length > fileBytes) {
      throw new SourceException("unpacked, " + tooLarge(bytes.length));
    }
    return bytes;
  }

  /** One byte more than the limit. Input that has this many is too large. */
  int mostBytes() {
    return (int) Math.min(fileBytes + 1, Integer.MAX_VALUE - 16);
  }

  /**
   * @param depth number of archives and compressed files around something
   * @throws SourceException if it is nested too deeply
   */
  void checkNesting(int depth) throws SourceException {
    if (depth > nesting) {
      throw new SourceException(
          "it is nested in more archives and compressed files than limits.nesting allows: "
              + nesting);
    }
  }

  /** The message for a file of {@code bytes}, or at least that many. */
  String tooLarge(long bytes) {
    return "it is larger than limits.file-size allows: "
        + size(bytes)
        + ", where "
        + size(fileBytes)
        + " is the limit";
  }

  /** The message for a text of {@code length} characters. */
  String tooLong(int length) {
    return String.format(
        Locale.ROOT,
        "its text is longer than limits.characters allows: %,d characters, where %,d is the limit",
        length,
        characters);
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? String.format(Locale.ROOT, "%,d bytes", bytes)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / (double) MEGABYTE);
  }
}
