package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive: each file in it is a record, its key the name in the archive. Nothing is written
 * to disk, so that a name such as {@code ../x} is only a name. Archives and record files inside are
 * not opened.
 */
final class ZipArchive implements RecordFile {

  private static final long ALWAYS_ALLOWED = 10 << 20; // bytes unpacked, whatever the ratio

  private final Limits limits;
  private final Formats formats;
  private final SkippedNames skipped = new SkippedNames(FileSystems.getDefault());

  ZipArchive(Limits limits, Formats formats) {
    this.limits = limits;
    this.formats = formats;
  }

  @Override
  public Records records(Path file) throws IOException, SourceException {
    return new Entries(open(file));
  }

  @Override
  public ArticleText article(Path file, String key, byte[] bytes) throws SourceException {
    Content content = Content.of(key, bytes, limits);
    return formats.of(content).read(content.bytes());
  }

  /** The bytes of one entry. */
  byte[] entry(Path file, String key) throws IOException, SourceException {
    try (ZipFile zip = open(file)) {
      ZipArchiveEntry entry = zip.getEntry(key);
      if (entry == null) {
        throw new SourceException("it was in the archive when the run began, and is gone now");
      }
      return bytes(zip, entry);
    }
  }

  private static ZipFile open(Path file) throws SourceException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new SourceException("it is no zip archive that can be read: " + e.getMessage(), e);
    }
  }

  private byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException, SourceException {
    if (!zip.canReadEntryData(entry)) {
      throw new SourceException("it is encrypted, or packed in a way that is not known");
    }
    int most = (int) Math.min(limits.fileBytes() + 1, Integer.MAX_VALUE - 16);
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most);
      if (bytes.length > limits.fileBytes()) {
        throw new SourceException("unpacked, " + limits.tooLarge(bytes.length));
      }
      return bytes;
    }
  }

  private boolean isSkipped(String name) {
    try {
      return skipped.containsAnyOf(Path.of(name.replace("..", "__")));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private final class Entries implements Records {

    private final ZipFile zip;
    private final Iterator<ZipArchiveEntry> entries;
    private final RecordKeys keys = new RecordKeys();
    private final long most;
    private long unpacked;
    private long number;
    private boolean stopped;

    Entries(ZipFile zip) {
      this.zip = zip;
      List<ZipArchiveEntry> files = new ArrayList<>();
      long packed = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        packed += Math.max(0, entry.getCompressedSize());
        if (!entry.isDirectory() && !isSkipped(entry.getName())) {
          files.add(entry);
        }
      }
      files.sort(Comparator.comparing(ZipArchiveEntry::getName));
      this.entries = files.iterator();
      this.most = Math.max(ALWAYS_ALLOWED, limits.ratio() * packed);
    }

    @Override
    public boolean hasNext() {
      return !stopped && entries.hasNext();
    }

    @Override
    public RawRecord next() {
      ZipArchiveEntry entry = entries.next();
      String key = keys.key(entry.getName(), ++number);
      if (!key.equals(entry.getName())) {
        return RawRecord.unreadable(
            key, -1, "the archive has two files of this name, or its name is too long");
      }
      if (unpacked > most) {
        stopped = true;
        return RawRecord.unreadable(
            key,
            -1,
            "the archive unpacks to more than "
                + limits.ratio()
                + " times its size, which limits.ratio does not allow: the rest of it is not read");
      }
      if (RecordFiles.isRecordFile(entry.getName().toLowerCase(Locale.ROOT))) {
        return RawRecord.unreadable(
            key, -1, "files with many records are not read inside an archive; unpack it first");
      }
      try {
        byte[] bytes = bytes(zip, entry);
        unpacked += bytes.length;
        return new RawRecord(key, -1, bytes, null);
      } catch (SourceException e) {
        unpacked += limits.fileBytes();
        return RawRecord.unreadable(key, -1, String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException e) {
        // The library throws what it likes on damaged archives.
        return RawRecord.unreadable(key, -1, "it cannot be unpacked: " + e.getMessage());
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
