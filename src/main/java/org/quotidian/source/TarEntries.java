package org.quotidian.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files in a tar archive, in order. */
final class TarEntries implements ArchiveRecords.Entries {

  /** The magic number of modern tar archives and everything before it. */
  static final int LOOKED_AT = 262; // bytes

  private static final int MAGIC_AT = 257;
  private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r'};

  private final Headers in;
  private final TarArchiveInputStream tar;

  TarEntries(Part part) {
    this.in = new Headers(part.in());
    this.tar = new TarArchiveInputStream(in, "UTF-8");
  }

  /**
   * @param start of a file, {@value #LOOKED_AT} bytes
   */
  static boolean begins(byte[] start) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.length <= MAGIC_AT + i || start[MAGIC_AT + i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ArchiveRecords.@Nullable Entry next() throws IOException {
    TarArchiveEntry entry = nextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = nextEntry();
    }
    if (entry == null) {
      return null;
    }
    boolean readable =
        entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && tar.canReadEntryData(entry);
    String problem =
        readable
            ? null
            : "it is a link, a pipe or a device, not a file; links in archives are not followed";
    return new ArchiveRecords.Entry(entry.getName(), () -> new Unclosed(tar), problem);
  }

  private @Nullable TarArchiveEntry nextEntry() throws IOException {
    if (tar.getCurrentEntry() != null) {
      tar.transferTo(OutputStream.nullOutputStream());
    }
    in.begin();
    TarArchiveEntry entry = tar.getNextEntry();
    in.end();
    return entry;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** Limits the names and attributes of an entry, which the library holds in memory. */
  private static final class Headers extends FilterInputStream {

    private static final int MOST = 1 << 20; // bytes

    private boolean inHeader;
    private int left;

    Headers(InputStream in) {
      super(in);
    }

    void begin() {
      inHeader = true;
      left = MOST;
    }

    void end() {
      inHeader = false;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      left -= inHeader ? Math.max(0, n) : 0;
      if (inHeader && left < 0) {
        throw new IOException("the name of an entry is longer than allowed");
      }
      return n;
    }
  }
}
