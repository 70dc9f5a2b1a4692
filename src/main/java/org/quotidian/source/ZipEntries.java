package org.quotidian.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The files in a zip archive, by name. A zip archive inside another archive is held in memory. */
final class ZipEntries implements ArchiveRecords.Entries {

  static final int LOOKED_AT = 1024; // bytes, with the name of the first entry

  /** Where the header of an entry has the length of its name, and the name (APPNOTE 4.3.7). */
  private static final int NAME_LENGTH_AT = 26;

  private static final int NAME_AT = 30;

  /** First entries of documents and programs, which are zip archives but not of articles. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "\\[Content_Types]\\.xml|mimetype|(?:_rels|docProps|word|xl|ppt|META-INF)/.*");

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

  /**
   * Whether a file begins like a zip archive that is not a document.
   *
   * @param start {@value #LOOKED_AT} bytes
   */
  static boolean begin(byte[] start) {
    if (start.length < NAME_AT || start[0] != 'P' || start[1] != 'K' || start[2] != 3) {
      return false;
    }
    int length = (start[NAME_LENGTH_AT] & 0xFF) | (start[NAME_LENGTH_AT + 1] & 0xFF) << 8;
    int end = Math.min(start.length, NAME_AT + length);
    String first = new String(start, NAME_AT, end - NAME_AT, StandardCharsets.UTF_8);
    return length > 0 && !DOCUMENT.matcher(first).matches();
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
