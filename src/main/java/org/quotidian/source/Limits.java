package org.quotidian.source;

import java.util.Locale;

/**
 * How much of one source item is read at most, so that a single file cannot exhaust the memory of a
 * run. The settings {@code limits.file-size} and {@code limits.characters} of a job file.
 *
 * @param fileBytes size of a file, in bytes
 * @param characters length of an article's text, in Unicode code points
 */
public record Limits(long fileBytes, int characters) {

  private static final long MEGABYTE = 1 << 20;

  /**
   * @throws IllegalArgumentException if a limit is not positive
   */
  public Limits {
    if (fileBytes < 1 || characters < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: " + fileBytes + " bytes, " + characters + " characters");
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
