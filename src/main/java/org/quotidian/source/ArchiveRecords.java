package org.quotidian.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files in an archive. Each is a record whose key is its name in the archive, or many records
 * if the file itself contains many. Nothing is written to disk, so a name such as {@code ../x} does
 * no harm.
 */
final class ArchiveRecords extends Records {

  private final Part archive;
  private final RecordFiles recordFiles;
  private final Entries entries;
  private final SkippedNames skipped = new SkippedNames();
  private @Nullable Records inside;
  private long number;
  private boolean broken;

  /** The entries of one kind of archive. */
  interface Entries extends Closeable {

    /** The next entry that is not a folder; null at the end. */
    @Nullable Entry next() throws IOException;
  }

  /**
   * A file in an archive.
   *
   * @param problem why it cannot be read; null if it can
   */
  record Entry(String name, Opening opening, @Nullable String problem) {}

  /** Opens an entry, which must be read before the next one is requested. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  ArchiveRecords(Part archive, Entries entries, RecordFiles recordFiles) {
    this.archive = archive;
    this.entries = entries;
    this.recordFiles = recordFiles;
  }

  @Override
  @Nullable RawRecord read() {
    try {
      while (!broken) {
        if (inside != null && inside.hasNext()) {
          return inside.next();
        }
        inside = null;
        Entry entry = entries.next();
        if (entry == null) {
          return null;
        }
        RawRecord single = isSkipped(entry.name()) ? null : open(entry);
        if (single != null) {
          return single;
        }
      }
      return null;
    } catch (IOException | RuntimeException e) {
      // Libraries may throw any exception on damaged archives.
      return broken(archive.keys().key("", number + 1), e);
    }
  }

  /** The only record of an entry; null if it has many or is to be skipped. */
  private @Nullable RawRecord open(Entry entry) {
    String key = archive.keys().key(entry.name(), ++number);
    if (entry.problem() != null) {
      return RawRecord.unreadable(key, -1, entry.problem());
    }
    try {
      Part part = archive.entry(entry.name(), key, entry.opening().open()).unpacked();
      inside = recordFiles.records(part);
      return inside == null ? single(key, part) : null;
    } catch (SourceException e) {
      return RawRecord.unreadable(key, -1, String.valueOf(e.getMessage()));
    } catch (UnpackedBytes.LimitException e) {
      return broken(key, e);
    } catch (IOException | RuntimeException e) {
      return RawRecord.unreadable(key, -1, problem(e));
    }
  }

  private RawRecord single(String key, Part part) throws IOException, SourceException {
    byte[] bytes = archive.limits().read(part.in());
    if (bytes.length == 0) {
      return RawRecord.unreadable(key, -1, "the file is empty");
    }
    return RawRecord.readable(key, -1, bytes, recordFiles.format(part.name()));
  }

  private RawRecord broken(String key, Exception e) {
    broken = true;
    return RawRecord.unreadable(key, -1, problem(e));
  }

  private static String problem(Exception e) {
    return e instanceof IOException io
        ? IoProblem.sentence("its compressed data", io)
        : "its compressed data cannot be read: " + e;
  }

  private boolean isSkipped(String name) {
    try {
      return skipped.containsAnyOf(Path.of(name.replace("..", "__")));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
