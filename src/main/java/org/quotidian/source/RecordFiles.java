package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detects and opens files with many articles. Immutable and thread-safe. */
final class RecordFiles {

  private static final List<String> TABLES = List.of(".csv", ".tsv");
  private static final List<String> LINES = List.of(".jsonl", ".ndjson", ".jsonlines");

  private static final int LOOKED_AT = 64; // bytes
  private static final int LOOKED_FURTHER_AT = 1 << 16; // bytes; they are in the buffer anyway

  private final Limits limits;
  private final Formats formats;
  private final RecordFile jsonLines;
  private final RecordFile jsonFile;
  private final DelimitedFile table;
  private final RecordFile xmlFile;
  private final RecordFile warc;
  private final NewsExport export;

  RecordFiles(ReadingSettings settings) {
    this.limits = settings.limits();
    this.formats = new Formats(settings);
    ReadingSettings inUtf8 = settings.inUtf8();
    this.jsonLines = new JsonLinesFile(inUtf8);
    this.jsonFile = new JsonFile(inUtf8);
    this.table = new DelimitedFile(inUtf8);
    this.xmlFile = new XmlFile(inUtf8);
    this.warc = new WarcFile(settings);
    this.export = new NewsExport(inUtf8);
  }

  /**
   * The records of {@code file}; null if it is a single article. Their offsets are known unless it
   * is compressed.
   */
  @Nullable Records records(Path file, String source) throws IOException, SourceException {
    InputStream in = FoundFile.stream(file);
    Records records = null;
    try {
      Part part = Part.of(file, source, in, Files.size(file), limits).unpacked();
      records = records(part);
      return records == null ? null : new PartRecords(records, part);
    } finally {
      if (records == null) {
        in.close();
      }
    }
  }

  /** The records of an uncompressed part; null if it is a single article. */
  @Nullable Records records(Part packed) throws IOException, SourceException {
    Part part = packed.inUtf8();
    if (part == packed) {
      return recordsOf(part);
    }
    boolean isEntry = packed.depth() > 0; // of an archive, which cannot be opened again
    if (isEntry) {
      packed.in().mark(limits.mostBytes());
    }
    Records records = recordsOf(part);
    if (records == null && isEntry) {
      packed.in().reset(); // to be read as one article
    }
    return records;
  }

  private @Nullable Records recordsOf(Part part) throws IOException, SourceException {
    if (TarEntries.begins(part.look(TarEntries.LOOKED_AT))) {
      part.limits().checkNesting(part.depth() + 1);
      return new ArchiveRecords(part, new TarEntries(part), this);
    }
    if (part.lowerCaseName().endsWith(".zip")
        || ZipEntries.begin(part.look(ZipEntries.LOOKED_AT))) {
      part.limits().checkNesting(part.depth() + 1);
      return new ArchiveRecords(part, new ZipEntries(part), this);
    }
    RecordFile format = recordFile(part);
    if (format == null) {
      return null;
    }
    Records records = format.records(part);
    return part.depth() == 0 ? records : new PartRecords(records, part);
  }

  private @Nullable RecordFile recordFile(Part part) throws IOException, SourceException {
    String name = part.lowerCaseName();
    if (LINES.stream().anyMatch(name::endsWith)) {
      return jsonLines;
    }
    if (TABLES.stream().anyMatch(name::endsWith)) {
      return table;
    }
    byte[] start = part.look(LOOKED_AT);
    if (JsonLinesFile.mayBegin(start) && part.answer(JsonLinesFile::isLines)) {
      return jsonLines; // whatever its name, because some scrapers call it .json
    }
    if (name.endsWith(".json")) {
      return part.answer(JsonFile::isList) ? jsonFile : null;
    }
    if (WarcFile.begins(start)) {
      return warc;
    }
    boolean xml = XmlFile.begins(start) || name.endsWith(".xml");
    if (xml) {
      return part.answer(XmlFile::isList) ? xmlFile : null;
    }
    byte[] more = part.look(LOOKED_FURTHER_AT);
    RecordFile articles = export.of(part, more);
    if (articles != null) {
      return articles;
    }
    return table.isTable(more) ? table : null;
  }

  /** Reads articles from the records in {@code file}, which is not compressed. */
  Format format(Path file, String source) throws IOException, SourceException {
    try (InputStream in = FoundFile.stream(file)) {
      Part part = Part.of(file, source, in, Files.size(file), limits);
      RecordFile format = recordFile(part);
      if (format == null) {
        throw new SourceException("the file had records when the run began, but has none now");
      }
      return format.format(part.in());
    }
  }

  /** Reads the article of a file, whose format is detected from its content and {@code name}. */
  Format format(String name) {
    return bytes -> {
      UnpackedItem content = UnpackedItem.of(name, bytes, limits);
      return formats.of(content).read(content.bytes());
    };
  }

  /** The records of a part, which can be read from the middle only in a file that is not packed. */
  private static final class PartRecords extends Records {

    private final Records records;
    private final Part part;

    PartRecords(Records records, Part part) {
      this.records = records;
      this.part = part;
    }

    @Override
    @Nullable RawRecord read() {
      RawRecord record = records.hasNext() ? records.next() : null;
      return record == null || part.depth() == 0 ? record : record.withoutOffset();
    }

    @Override
    List<String> repeatedKeys() {
      return part.keys().repeated();
    }

    @Override
    boolean isRepeated(RawRecord record) {
      return part.keys().isRepeated(record.key());
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
