package org.quotidian.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files in the folder of one language beside this package: UTF-8, one entry per line,
 * columns separated by tabs, {@code #} begins a comment. Files that a language does not need may be
 * absent.
 */
record Lists(String language) {

  static final List<String> FILES =
      List.of(
          "language.properties",
          "verbs.tsv",
          "nouns.tsv",
          "attributions.tsv",
          "pronouns.tsv",
          "sources.tsv",
          "titles.tsv",
          "given-names.tsv",
          "words.tsv",
          "confidence.tsv");

  boolean exist() {
    return content("language.properties") != null;
  }

  /** The columns of every entry of a file, in the order of the file. */
  List<List<String>> rows(String file) {
    String content = content(file);
    if (content == null) {
      return List.of();
    }
    return content
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.stream(line.split("\t", -1)).map(String::strip).toList())
        .toList();
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
    String content = content("language.properties");
    try (var reader = new StringReader(content == null ? "" : content)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The text of a file; null when the language has no such file. */
  @Nullable String content(String file) {
    try (InputStream in = Lists.class.getResourceAsStream(language + "/" + file)) {
      if (in == null) {
        return null;
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return String.join("\n", reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read word list " + language + "/" + file, e);
    }
  }
}
