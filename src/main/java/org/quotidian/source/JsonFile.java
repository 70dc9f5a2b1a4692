package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file that is a list of objects, or an object with such a list in a field of its own. Read
 * as a stream; only one object is held at a time.
 */
final class JsonFile implements RecordFile {

  private static final JsonFactory JSON = new JsonFactory();

  /** What a field is called that has the list. */
  private static final Set<String> LISTS =
      Set.of(
          "articles",
          "items",
          "data",
          "docs",
          "documents",
          "entries",
          "hits",
          "news",
          "posts",
          "records",
          "results",
          "rows",
          "stories");

  private final Limits limits;
  private final FieldNames names;
  private final JsonRecord record;

  JsonFile(ReadingSettings settings) {
    this.limits = settings.limits();
    this.names = settings.fields();
    this.record = new JsonRecord(settings);
  }

  /** Whether there is a list of objects in the file; if not, it is an article by itself. */
  static boolean isList(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      return findList(parser);
    } catch (JacksonException e) {
      return false; // said when it is read as one article
    }
  }

  /** Moves into the first list of objects at the top, or one level below. */
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
  public Records records(Path file) throws IOException, SourceException {
    return new Objects(file);
  }

  @Override
  public ArticleText article(Path file, String key, byte[] bytes) throws SourceException {
    return record.read(bytes);
  }

  private final class Objects implements Records {

    private final InputStream in;
    private final JsonParser parser;
    private final RandomAccessFile bytes;
    private final RecordKeys keys = new RecordKeys();
    private @Nullable RawRecord next;
    private long number;
    private boolean broken;

    Objects(Path file) throws IOException, SourceException {
      in = Files.newInputStream(file);
      bytes = new RandomAccessFile(file.toFile(), "r");
      try {
        parser = JSON.createParser(ObjectReadContext.empty(), in);
        findList(parser);
        next = read();
      } catch (JacksonException e) {
        close();
        throw new SourceException("it is no valid JSON: " + e.getOriginalMessage(), e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public RawRecord next() {
      RawRecord current = next;
      if (current == null) {
        throw new NoSuchElementException();
      }
      next = broken ? null : read();
      return current;
    }

    private @Nullable RawRecord read() {
      number++;
      try {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
          return null;
        }
        long start = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        long end = parser.currentLocation().getByteOffset();
        if (start < 0) {
          throw new IOException("JSON in files is read as UTF-8 only");
        }
        if (end - start > limits.fileBytes()) {
          return RawRecord.unreadable(keys.key("", number), start, limits.tooLarge(end - start));
        }
        byte[] json = new byte[(int) (end - start)];
        bytes.seek(start);
        bytes.readFully(json);
        return new RawRecord(keys.key(JsonLinesFile.key(json, names), number), start, json, null);
      } catch (JacksonException e) {
        return broken("from here on it is no valid JSON: " + e.getOriginalMessage());
      } catch (IOException e) {
        return broken(IoProblem.sentence("the rest of the file", e));
      }
    }

    private RawRecord broken(String problem) {
      broken = true;
      return RawRecord.unreadable(keys.key("", number), -1, problem);
    }

    @Override
    public void close() throws IOException {
      in.close();
      bytes.close();
    }
  }
}
