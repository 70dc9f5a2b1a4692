package org.quotidian.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data dictionary beside the CSV files, for programs: files, separators, and columns with type,
 * unit and meaning. It is a Tabular Data Package (Frictionless Data, version 1), which libraries
 * for Python, R and others read. {@code unit} is our own property, which the standard allows.
 */
public final class DataPackage {

  /** Its name in the output folder, as the standard requires. */
  public static final String FILE_NAME = "datapackage.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String corpus;
  private final CsvFormat format;

  public DataPackage(String corpus, CsvFormat format) {
    this.corpus = corpus;
    this.format = format;
  }

  /**
   * Replaces the file completely.
   *
   * @throws java.io.UncheckedIOException if it cannot be written, naming the file
   */
  public void write(Path folder, List<Table<?>> tables) {
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("profile", "tabular-data-package");
    descriptor.put("name", "quotidian-" + plain(corpus));
    descriptor.put("title", "Who said what: corpus " + corpus);
    descriptor.put("description", description());
    descriptor.put("resources", tables.stream().map(this::resource).toList());
    WholeFile.write(folder.resolve(FILE_NAME), JSON.writeValueAsString(descriptor) + "\n");
  }

  private String description() {
    return "Made by Quotidian. Offsets count Unicode code points from 0, end exclusive."
        + (format.escapeFormulas()
            ? " An apostrophe precedes text that a spreadsheet would run as a formula."
            : "");
  }

  /** Makes a name that the standard allows: lower-case ASCII letters, digits and {@code - . _}. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
  }

  private Map<String, Object> resource(Table<?> table) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.name());
    resource.put("path", table.file());
    resource.put("description", table.description());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("dialect", dialect());
    resource.put("schema", schema(table));
    return resource;
  }

  private static Map<String, Object> dialect() {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\r\n");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("skipInitialSpace", false);
    dialect.put("header", true);
    return dialect;
  }

  private static Map<String, Object> schema(Table<?> table) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(
        "fields", Columns.of(table.row()).fields().stream().map(DataPackage::field).toList());
    schema.put("missingValues", List.of(""));
    schema.put("primaryKey", table.key());
    if (table.isOfArticles()) {
      schema.put(
          "foreignKeys",
          List.of(
              Map.of(
                  "fields",
                  "article_id",
                  "reference",
                  Map.of("resource", Table.ARTICLES.name(), "fields", "article_id"))));
    }
    return schema;
  }

  private static Map<String, Object> field(Columns.Field field) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", field.name());
    json.put("type", type(field.type()));
    json.put("description", field.description());
    if (!field.unit().isEmpty()) {
      json.put("unit", field.unit());
    }
    if (field.required()) {
      json.put("constraints", Map.of("required", true));
    }
    return json;
  }

  private static String type(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "integer";
    }
    if (type == double.class) {
      return "number";
    }
    return type == Instant.class ? "datetime" : "string";
  }
}
