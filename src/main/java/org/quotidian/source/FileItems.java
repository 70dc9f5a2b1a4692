package org.quotidian.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The items of a file: the file itself, or each of its records. */
final class FileItems {

  private static final Logger log = LoggerFactory.getLogger(FileItems.class);

  private static final String REPEATED_KEY =
      "an earlier record of the file has the same key, so that the number of the record was added";

  private final FileHash hash;
  private final RecordFiles recordFiles;

  FileItems(ReadingSettings settings) {
    this.hash = new FileHash(settings.limits());
    this.recordFiles = new RecordFiles(settings);
  }

  /**
   * @param size in bytes, from the folder entry
   */
  Iterator<SourceItem> of(Path file, String source, long size) {
    try {
      Records records = recordFiles.records(file, source);
      if (records == null) {
        return Collections.singleton(hash.item(file, source, size)).iterator();
      }
      RecordItems items = new RecordItems(file, source, records);
      return items.hasNext() ? items : one(file, source, size, "it contains no records");
    } catch (SourceException e) {
      return one(file, source, size, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return one(file, source, size, IoProblem.sentence("the file", e));
    } catch (RuntimeException e) {
      // Libraries may throw any exception on files that are crafted to break them.
      return one(file, source, size, "its format is broken: " + e);
    }
  }

  private static Iterator<SourceItem> one(Path file, String source, long size, String problem) {
    return Collections.singleton(SourceItem.unreadable(file, source, size, problem)).iterator();
  }

  /** Closes the file after the last record. */
  private static final class RecordItems implements Iterator<SourceItem> {

    private final Path file;
    private final String source;
    private final Records records;
    private boolean ended;

    RecordItems(Path file, String source, Records records) {
      this.file = file;
      this.source = source;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      if (!ended && !records.hasNext()) {
        end();
      }
      return !ended;
    }

    private void end() {
      ended = true;
      if (!records.repeatedKeys().isEmpty()) {
        log.warn(
            "{}: keys that several records have: {}, perhaps more; to all but the first, the number"
                + " of the record is added, so their identity depends on their order",
            source,
            String.join(", ", records.repeatedKeys()));
      }
      try {
        records.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public SourceItem next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      RawRecord record = records.next();
      @Nullable String problem = record.problem();
      @Nullable String sha256 = problem == null ? ArticleId.sha256(record.bytes()) : null;
      return new SourceItem(
          file,
          source,
          record.key(),
          record.bytes().length,
          sha256,
          problem,
          record.offset(),
          records.isRepeated(record) ? REPEATED_KEY : "");
    }
  }
}
