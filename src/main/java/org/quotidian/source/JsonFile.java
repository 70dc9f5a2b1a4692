package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file that is a list of objects, or an object with such a list in one of its fields. It is
 * read as a stream with one object in memory at a time.
 */
final class JsonFile implements RecordFile {

  private static final JsonFactory JSON = new JsonFactory();

  /** Usual names of the field that contains the list. */
  private static final Set<String> LISTS = FieldNames.ofLists();

  private final Limits limits;
  private final FieldNames names;
  private final JsonRecord record;

  JsonFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.names = settings.fields();
    this.record = new JsonRecord(settings);
  }

  /** Whether the file contains a list of objects. If not, it is a single article. */
  static boolean isList(InputStream in) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      return findList(parser);
    } catch (JacksonException e) {
      return false; // reported when it is read as one article
    }
  }

  /** Moves into the first list of objects, at the top level or one level below. */
  private static boolean findList(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return true;
    }
    if (first != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && isRecords(parser.currentName())) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean isRecords(@Nullable String name) {
    return name != null && LISTS.contains(FieldNames.plain(name));
  }

  @Override
  public Records records(Part part) throws SourceException {
    return new Objects(part);
  }

  @Override
  public Format format(InputStream in) {
    return record;
  }

  private final class Objects extends Records {

    private final KeptBytes bytes;
    private final JsonParser parser;
    private final RecordKeys keys;
    private long number;
    private boolean broken;

    Objects(Part part) throws SourceException {
      bytes = new KeptBytes(part.in(), limits.fileBytes());
      keys = part.keys();
      try {
        parser = JSON.createParser(ObjectReadContext.empty(), bytes);
        findList(parser);
      } catch (JacksonException e) {
        throw new SourceException("it is not valid JSON: " + e.getOriginalMessage(), e);
      }
    }

    @Override
    @Nullable RawRecord read() {
      if (broken) {
        return null;
      }
      number++;
      try {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
          return null;
        }
        long start = parser.currentTokenLocation().getByteOffset();
        if (start < 0) {
          return broken("JSON in files is read as UTF-8 only");
        }
        bytes.forget(start);
        parser.skipChildren();
        return record(start, parser.currentLocation().getByteOffset());
      } catch (JacksonIOException e) {
        IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
        return broken(IoProblem.sentence("the rest of the file", cause));
      } catch (JacksonException e) {
        return broken("from here on it is not valid JSON: " + e.getOriginalMessage());
      }
    }

    private RawRecord record(long start, long end) {
      byte[] json = bytes.slice(start, end);
      if (json == null || json.length > limits.fileBytes()) {
        return RawRecord.unreadable(keys.key("", number), start, limits.tooLarge(end - start));
      }
      String key = keys.key(JsonLinesFile.key(json, names), number);
      return RawRecord.readable(key, start, json, record);
    }

    private RawRecord broken(String problem) {
      broken = true;
      return RawRecord.unreadable(keys.key("", number), -1, problem);
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
