package org.quotidian.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object as a record of plain names and values. */
final class JsonRecord implements Format {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int DEEPEST = 3; // levels of nested objects

  private final TextDecoder decoder;
  private final RecordText recordText;

  JsonRecord(ReadingSettings settings) {
    this.decoder = settings.decoder();
    this.recordText = new RecordText(settings.fields());
  }

  @Override
  public ArticleText read(byte[] bytes) throws SourceException {
    return recordText.read(fields(bytes));
  }

  private Map<String, String> fields(byte[] bytes) throws SourceException {
    JsonNode node;
    try {
      node = JSON.readTree(decoder.decode(bytes).text());
    } catch (JacksonException e) {
      throw new SourceException("it is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw new SourceException("it is not a JSON object with the fields of an article");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    collect("", node, 1, fields);
    return fields;
  }

  /** Collects fields. Those of a nested object are prefixed with its name: {@code content.body}. */
  private static void collect(
      String prefix, JsonNode object, int depth, Map<String, String> fields) {
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String name = prefix + FieldNames.plain(property.getKey());
      fields.putIfAbsent(name, value(property.getValue()));
      if (property.getValue().isObject() && depth < DEEPEST) {
        collect(name, property.getValue(), depth + 1, fields);
      }
    }
  }

  /**
   * Strings and numbers unchanged; for a list, each element as a paragraph or name; for an object,
   * its name.
   */
  private static String value(JsonNode node) {
    if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(child -> values.add(value(child)));
      boolean paragraphs = values.stream().anyMatch(v -> v.length() > 80);
      return String.join(paragraphs ? "\n\n" : ", ", values);
    }
    if (node.isObject()) {
      return node.path("name").asString("");
    }
    return node.isNull() ? "" : node.asString("");
  }
}
