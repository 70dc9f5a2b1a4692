package org.quotidian.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the word lists and rules of a language: UTF-8, one entry per line, {@code #} begins a
 * comment.
 */
public final class Lines {

  private Lines() {}

  /**
   * The entries of a list in the order of the file, without blank lines and comments.
   *
   * @param beside a class in the package whose resource folder contains the list
   * @param name file name
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<String> of(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
