package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON Lines: one JSON object a line. A file of any size; only one line is held at a time. */
final class JsonLinesFile implements RecordFile {

  private static final JsonFactory JSON = new JsonFactory();

  private final Limits limits;
  private final FieldNames names;
  private final JsonRecord record;

  JsonLinesFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.names = settings.fields();
    this.record = new JsonRecord(settings);
  }

  @Override
  public Records records(Path file) throws IOException {
    LineSplitter lines = new LineSplitter(Files.newInputStream(file), limits.fileBytes(), false);
    return new LineRecords(
        lines, json -> key(json, names), "the line is longer than limits.file-size allows");
  }

  @Override
  public ArticleText article(Path file, String key, byte[] bytes) throws SourceException {
    return record.read(bytes);
  }

  /**
   * The value of the first field that is a key; empty where there is none or the JSON is broken.
   */
  static String key(byte[] json, FieldNames names) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && names.is(FieldNames.Field.KEY, name)) {
          return parser.getString();
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }
}
