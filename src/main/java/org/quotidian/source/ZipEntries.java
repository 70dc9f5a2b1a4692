package org.quotidian.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The files in a zip archive, by name. A zip archive inside another archive is held in memory. */
final class ZipEntries implements ArchiveRecords.Entries {

  private final ZipFile zip;
  private final UnpackedBytes budget;
  private final Iterator<ZipArchiveEntry> entries;

  /**
   * @throws SourceException if it is not a zip archive, or is inside another archive and too large
   */
  ZipEntries(Part part) throws IOException, SourceException {
    this.zip = open(part);
    this.budget = part.budget();
    List<ZipArchiveEntry> files = new ArrayList<>(Collections.list(zip.getEntries()));
    files.removeIf(ZipArchiveEntry::isDirectory);
    files.sort(Comparator.comparing(ZipArchiveEntry::getName));
    this.entries = files.iterator();
  }

  private static ZipFile open(Part part) throws IOException, SourceException {
    SeekableByteChannel channel = channel(part);
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException | IllegalArgumentException e) {
      channel.close();
      throw new SourceException("it cannot be read as a zip archive: " + e.getMessage(), e);
    }
  }

  private static SeekableByteChannel channel(Part part) throws IOException, SourceException {
    if (part.file() == null) {
      return new SeekableInMemoryByteChannel(part.limits().read(part.in()));
    }
    part.in().close();
    return FoundFile.channel(part.file());
  }

  @Override
  public ArchiveRecords.@Nullable Entry next() {
    if (!entries.hasNext()) {
      return null;
    }
    ZipArchiveEntry entry = entries.next();
    String problem =
        zip.canReadEntryData(entry) ? null : "it is encrypted, or compressed by an unknown method";
    return new ArchiveRecords.Entry(
        entry.getName(), () -> budget.counted(zip.getInputStream(entry)), problem);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
