package org.quotidian.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the lists beside the classes that use them, which a linguist can edit: UTF-8, one entry per
 * line. Blank lines and lines that begin with {@code #} are ignored.
 */
public final class WordList {

  private static final String HEADING = "== ";

  private WordList() {}

  /** Whether there is such a list. */
  public static boolean exists(Class<?> beside, String name) {
    return beside.getResource(name) != null;
  }

  /**
   * The entries of a list in the order of the file, without surrounding white space.
   *
   * @param beside a class in the package whose resource folder contains the list
   * @param name file name
   * @throws IllegalStateException if the program was built without it
   */
  public static List<String> read(Class<?> beside, String name) {
    return lines(beside, name).stream().map(String::strip).toList();
  }

  /** The columns of each entry, which are separated by tabs. */
  public static List<List<String>> rows(Class<?> beside, String name) {
    return columns(lines(beside, name));
  }

  /**
   * The columns of each entry of every list at this place on the class path: a jar may add its own.
   *
   * @param beside a class in the package whose resource folder contains the list
   * @param name file name
   */
  public static List<List<String>> allRows(Class<?> beside, String name) {
    String place = beside.getPackageName().replace('.', '/') + "/" + name;
    var rows = new ArrayList<List<String>>();
    try {
      for (URL list : Collections.list(beside.getClassLoader().getResources(place))) {
        try (InputStream in = list.openStream()) {
          rows.addAll(columns(lines(in)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return rows;
  }

  private static List<List<String>> columns(List<String> lines) {
    return lines.stream()
        .map(line -> Arrays.stream(line.split("\t", -1)).map(String::strip).toList())
        .toList();
  }

  /**
   * The entries under each heading, in the order of the file. A heading is a line such as {@code ==
   * rhyme}.
   */
  public static Map<String, List<String>> sections(Class<?> beside, String name) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>(); // entries before the first heading are ignored
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

  /** A regular expression for any of these entries, the longest first, without a group. */
  public static String anyOf(Collection<String> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(entry -> entry))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return lines(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static List<String> lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .toList();
  }
}
