package org.quotidian.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Lines: one JSON object per line. The file may have any size; one line is in memory at a
 * time.
 */
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
  public Records records(Part part) {
    return new LineRecords(
        new LineSplitter(part.in(), limits.fileBytes()),
        part.keys(),
        record,
        json -> key(json, names));
  }

  @Override
  public Format format(InputStream in) {
    return record;
  }

  /** Whether these first bytes may begin an object. */
  static boolean mayBegin(byte[] start) {
    return start.length > 0 && start[0] == '{';
  }

  /** Whether the file begins with two objects, the first complete in its line. */
  static boolean isLines(InputStream in) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      int line = parser.currentTokenLocation().getLineNr();
      parser.skipChildren();
      boolean inOneLine = parser.currentTokenLocation().getLineNr() == line;
      return inOneLine
          && parser.nextToken() == JsonToken.START_OBJECT
          && parser.currentTokenLocation().getLineNr() > line;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The value of the first key field; empty if there is none or the JSON is invalid. */
  static String key(byte[] json, FieldNames names) {
    // From characters, so that a damaged byte does not hide the key behind it.
    String text = new String(json, StandardCharsets.UTF_8);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
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
