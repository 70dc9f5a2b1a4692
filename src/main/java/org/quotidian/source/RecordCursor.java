package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;

/**
 * Reads records that cannot be read by their position: those in compressed files and archives,
 * where everything before a record must be read first. It stays at the last record found, so that
 * reading records in file order takes one pass over the file. One file is open and one record is in
 * memory at a time. For one thread.
 */
public final class RecordCursor implements AutoCloseable {

  /** Records are requested in order. More passes than this mean that the file has changed. */
  private static final int MOST_WAYS_BACK = 16;

  private final RecordFiles recordFiles;
  private final BooleanSupplier givesUp;
  private @Nullable Path file;
  private @Nullable Records records;
  private int waysBack;

  /**
   * @param settings the same as those of the {@link SourceFinder}
   */
  public RecordCursor(ReadingSettings settings) {
    this(settings, () -> false);
  }

  /**
   * @param givesUp checked during the search for a record, which may take minutes in a large file
   */
  public RecordCursor(ReadingSettings settings, BooleanSupplier givesUp) {
    this.recordFiles = new RecordFiles(settings);
    this.givesUp = givesUp;
  }

  /** Whether {@code item} is a record that cannot be read by its position. */
  public static boolean isFor(SourceItem item) {
    return !item.record().isEmpty() && item.offset() < 0 && item.problem() == null;
  }

  /**
   * Finds the record of {@code item}, wherever it is in its file now. A problem with it is reported
   * when it is read as an article.
   *
   * @return null if the search was given up
   */
  public @Nullable FetchedRecord fetch(SourceItem item) {
    RawRecord record;
    try {
      record = find(item);
    } catch (SourceException e) {
      record = RawRecord.unreadable(item.record(), -1, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      record = RawRecord.unreadable(item.record(), -1, IoProblem.sentence("the file", e));
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries may throw any exception on files that are crafted to break them.
      record = RawRecord.unreadable(item.record(), -1, "its format is broken: " + e);
    }
    return record == null ? null : new FetchedRecord(record);
  }

  private @Nullable RawRecord find(SourceItem item) throws IOException, SourceException {
    boolean fromTheStart = !item.file().equals(file);
    if (fromTheStart) {
      waysBack = 0;
      open(item);
    }
    RawRecord found = ahead(item.record());
    if (found == null && !fromTheStart && !givesUp.getAsBoolean()) {
      if (waysBack++ >= MOST_WAYS_BACK) {
        throw new SourceException(
            "the file changed during the run: its records are in another order");
      }
      open(item);
      found = ahead(item.record());
    }
    if (found == null && !givesUp.getAsBoolean()) {
      throw new SourceException("the record existed when the run began, but no longer does");
    }
    return found;
  }

  private void open(SourceItem item) throws IOException, SourceException {
    close();
    records = recordFiles.records(item.file(), item.source());
    if (records == null) {
      throw new SourceException("the file had records when the run began, but has none now");
    }
    file = item.file();
  }

  private @Nullable RawRecord ahead(String key) {
    while (records != null && !givesUp.getAsBoolean() && records.hasNext()) {
      RawRecord record = records.next();
      if (record.key().equals(key)) {
        return record;
      }
    }
    return null;
  }

  /** Closes the open file, if any. */
  @Override
  public void close() throws IOException {
    file = null;
    if (records != null) {
      Records open = records;
      records = null;
      open.close();
    }
  }
}
