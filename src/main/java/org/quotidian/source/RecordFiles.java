package org.quotidian.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleId;

/** The formats that hold many articles, by the name of the file. Without state: shared freely. */
final class RecordFiles {

  private static final List<String> TABLES = List.of(".csv", ".tsv");
  private static final List<String> LINES = List.of(".jsonl", ".ndjson", ".jsonlines");

  private final RecordFile jsonLines;
  private final RecordFile jsonFile;
  private final RecordFile table;
  private final ZipArchive zip;

  RecordFiles(ReadingSettings settings, Formats formats) {
    this.jsonLines = new JsonLinesFile(settings);
    this.jsonFile = new JsonFile(settings);
    this.table = new DelimitedFile(settings);
    this.zip = new ZipArchive(settings.limits(), formats);
  }

  /**
   * @param name in lower case
   */
  static boolean isRecordFile(String name) {
    return endsWith(name, LINES) || endsWith(name, TABLES) || name.endsWith(".zip");
  }

  /** How to read the records of {@code file}; null if it is one article. */
  @Nullable RecordFile of(Path file, String source) throws IOException {
    String name = source.toLowerCase(Locale.ROOT);
    if (endsWith(name, LINES)) {
      return jsonLines;
    }
    if (endsWith(name, TABLES)) {
      return table;
    }
    if (name.endsWith(".zip")) {
      return zip;
    }
    return name.endsWith(".json") && JsonFile.isList(file) ? jsonFile : null;
  }

  private static boolean endsWith(String name, List<String> extensions) {
    return extensions.stream().anyMatch(name::endsWith);
  }

  /**
   * The bytes of the record that {@code item} stands for: where it was found or, when the file has
   * changed since or the place is not known, by its key.
   */
  byte[] bytes(RecordFile format, SourceItem item) throws IOException, SourceException {
    if (format == zip) {
      return zip.entry(item.file(), item.record());
    }
    byte[] bytes = item.offset() < 0 ? null : slice(item);
    boolean same = bytes != null && ArticleId.sha256(bytes).equals(item.sha256());
    return same && bytes != null ? bytes : search(format, item);
  }

  private static byte @Nullable [] slice(SourceItem item) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(item.file())) {
      if (item.offset() + item.size() > channel.size()) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) item.size());
      channel.position(item.offset());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      return bytes.array();
    }
  }

  private static byte[] search(RecordFile format, SourceItem item)
      throws IOException, SourceException {
    try (RecordFile.Records records = format.records(item.file())) {
      while (records.hasNext()) {
        RawRecord record = records.next();
        if (record.key().equals(item.record())) {
          if (record.problem() != null) {
            throw new SourceException(record.problem());
          }
          return record.bytes();
        }
      }
    }
    throw new SourceException("the record was there when the run began, and is gone now");
  }
}
