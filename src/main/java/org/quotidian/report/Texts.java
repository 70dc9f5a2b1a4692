package org.quotidian.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of the report in each language: {@code texts.*.properties}. */
final class Texts {

  private static final Map<ReportLanguage, Map<String, String>> ALL = load();

  private final ReportLanguage language;

  Texts(ReportLanguage language) {
    this.language = language;
  }

  /** The texts of every language, by code and key, for the language switch in the page. */
  static Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    ALL.forEach((language, texts) -> all.put(language.code(), texts));
    return all;
  }

  ReportLanguage language() {
    return language;
  }

  /**
   * The text of a key, with {@code {0}}, {@code {1}}, … replaced. Digits of whole numbers are
   * grouped.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  String text(String key, String... arguments) {
    String text = ALL.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language.code());
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", number(arguments[i]));
    }
    return text;
  }

  /** A whole number with the digit grouping of the language; anything else unchanged. */
  String number(String value) {
    return value.matches("\\d{1,15}")
        ? NumberFormat.getIntegerInstance(language.locale()).format(Long.parseLong(value))
        : value;
  }

  private static Map<ReportLanguage, Map<String, String>> load() {
    Map<ReportLanguage, Map<String, String>> all = new EnumMap<>(ReportLanguage.class);
    for (ReportLanguage language : ReportLanguage.values()) {
      String name = "texts." + language.code() + ".properties";
      try (InputStream in = Resources.open(name);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new TreeMap<>();
        properties
            .stringPropertyNames()
            .forEach(key -> texts.put(key, properties.getProperty(key)));
        all.put(language, texts);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
    return all;
  }
}
