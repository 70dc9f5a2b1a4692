package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.SourceItem;

/**
 * Reads records that have no place of their own: those in packed files and archives, where the way
 * to the next leads through all before it. It stays where the last one was found, so that records
 * asked for in the order in which they were found cost one pass over their file, however many they
 * are. One file is open at a time, and one record in memory. For one thread.
 */
public final class RecordCursor implements AutoCloseable {

  /** Records are asked for in their order; more ways back than this mean that the file changed. */
  private static final int MOST_WAYS_BACK = 16;

  private final RecordFiles recordFiles;
  private final BooleanSupplier givesUp;
  private @Nullable Path file;
  private @Nullable Records records;
  private int waysBack;

  /**
   * @param settings as the {@link SourceFinder} has them
   */
  public RecordCursor(ReadingSettings settings) {
    this(settings, () -> false);
  }

  /**
   * @param givesUp asked while it looks for a record, which may take minutes in a large file
   */
  public RecordCursor(ReadingSettings settings, BooleanSupplier givesUp) {
    this.recordFiles = new RecordFiles(settings);
    this.givesUp = givesUp;
  }

  /** Whether {@code item} is a record without a place of its own. */
  public static boolean isFor(SourceItem item) {
    return !item.record().isEmpty() && item.offset() < 0 && item.problem() == null;
  }

  /**
   * The record that {@code item} stands for, wherever it is now in its file. What is wrong with it
   * is told when it is read.
   *
   * @return null if it gave up
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
      // The libraries that read formats throw what they like when a file is made to break them.
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
            "the file was changed while the run was at work: its records are in another order");
      }
      open(item);
      found = ahead(item.record());
    }
    if (found == null && !givesUp.getAsBoolean()) {
      throw new SourceException("the record was there when the run began, and is gone now");
    }
    return found;
  }

  private void open(SourceItem item) throws IOException, SourceException {
    close();
    records = recordFiles.records(item.file(), item.source());
    if (records == null) {
      throw new SourceException("the file had records when the run began, and has none now");
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

  /** Closes the file that is open, if one is. */
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
