package org.quotidian.quote;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.quotidian.language.WordList;

/**
 * The {@link WordList}s in the folder of one language beside this package. Lists that a language
 * does not need may be absent.
 */
record Lists(String language) {

  private static final String PROPERTIES = "language.properties";

  boolean exist() {
    return WordList.exists(Lists.class, file(PROPERTIES));
  }

  /** The columns of every entry of a file, in the order of the file. */
  List<List<String>> rows(String name) {
    return WordList.exists(Lists.class, file(name))
        ? WordList.rows(Lists.class, file(name))
        : List.of();
  }

  /** The alternatives of one column: words separated by a bar. */
  static List<String> alternatives(String column) {
    return Arrays.stream(column.split("\\|"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  Properties properties() {
    var properties = new Properties();
    String lines = String.join("\n", WordList.read(Lists.class, file(PROPERTIES)));
    try (var reader = new StringReader(lines)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private String file(String name) {
    return language + "/" + name;
  }
}
