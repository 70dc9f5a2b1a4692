package org.quotidian.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lists that a linguist edits, which lie beside the classes that use them: UTF-8, one
 * entry a line; blank lines and lines that begin with {@code #} do not count.
 */
public final class WordList {

  private static final String HEADING = "== ";

  private WordList() {}

  /** Whether there is such a list. */
  public static boolean exists(Class<?> beside, String name) {
    return beside.getResource(name) != null;
  }

  /**
   * The entries of a list in the order of the file, without white space around them.
   *
   * @param beside a class in whose package's resource folder the list lies
   * @param name file name
   * @throws IllegalStateException if the program was built without it
   */
  public static List<String> read(Class<?> beside, String name) {
    return lines(beside, name).stream().map(String::strip).toList();
  }

  /** The same, with the columns of each entry, which tabs separate. */
  public static List<List<String>> rows(Class<?> beside, String name) {
    return lines(beside, name).stream()
        .map(line -> Arrays.stream(line.split("\t", -1)).map(String::strip).toList())
        .toList();
  }

  /** The entries under each heading, a line such as {@code == rhyme}, in the order of the file. */
  public static Map<String, List<String>> sections(Class<?> beside, String name) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>(); // before the first heading: belongs to none
    for (String entry : read(beside, name)) {
      if (entry.startsWith(HEADING)) {
        String heading = entry.substring(HEADING.length()).strip();
        section = sections.computeIfAbsent(heading, key -> new ArrayList<>());
      } else {
        section.add(entry);
      }
    }
    return sections;
  }

  private static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
