package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list that a linguist can edit: UTF-8, one entry per line. Empty lines and lines that begin with
 * {@code #} are ignored.
 */
final class WordList {

  private WordList() {}

  /**
   * The entries of the resource {@code name} in this package, in order.
   *
   * @throws IllegalStateException if the program was built without it
   */
  static List<String> read(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
