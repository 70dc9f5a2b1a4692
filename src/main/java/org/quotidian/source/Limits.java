package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * How much of one source item is read at most, so that a single file cannot exhaust the memory of a
 * run. The settings {@code limits.file-size}, {@code limits.characters}, {@code limits.nesting} and
 * {@code limits.ratio} of a job file.
 *
 * @param fileBytes size of a file, or of a record in a file, unpacked, in bytes
 * @param characters length of an article's text, in Unicode code points
 * @param nesting how many archives and packings may lie in one another
 * @param ratio how many times its size a file may unpack to
 */
public record Limits(long fileBytes, int characters, int nesting, int ratio) {

  /** A packed archive of packed files. */
  public static final int USUAL_NESTING = 3;

  /** More is a bomb: text packs to a tenth, logs to a hundredth. */
  public static final int USUAL_RATIO = 200;

  private static final long MEGABYTE = 1 << 20;

  /** What a job has if its file sets no limits. */
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

  /** With the usual bounds on archives. */
  public Limits(long fileBytes, int characters) {
    this(fileBytes, characters, USUAL_NESTING, USUAL_RATIO);
  }

  /**
   * The rest of {@code in}, which was unpacked.
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

  /** One more than may be read; what has as many is too large. */
  int mostBytes() {
    return (int) Math.min(fileBytes + 1, Integer.MAX_VALUE - 16);
  }

  /**
   * @param depth archives and packings around something
   * @throws SourceException if that is too deep
   */
  void checkNesting(int depth) throws SourceException {
    if (depth > nesting) {
      throw new SourceException(
          "it lies in more archives and packings, one inside the other, than limits.nesting allows: "
              + nesting);
    }
  }

  /** What to tell about a file of {@code bytes}, or at least that many. */
  String tooLarge(long bytes) {
    return "it is larger than limits.file-size allows: "
        + size(bytes)
        + ", where "
        + size(fileBytes)
        + " is the limit";
  }

  /** What to tell about a text of {@code length} characters. */
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
