package org.quotidian.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A backup of an HSQLDB database as HSQLDB writes it: a {@code .tar.gz} with its files. */
final class DatabaseBackup {

  private static final Pattern FILE =
      Pattern.compile("[^/\\\\]+\\.(script|data|properties|log|backup|lobs)");

  private DatabaseBackup() {}

  /**
   * @param name of the database that it is to be
   */
  static void unpack(Path backup, Path folder, String name) throws IOException {
    try (InputStream file = Files.newInputStream(backup);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Matcher ending = FILE.matcher(entry.getName());
        if (!entry.isFile() || !ending.matches()) {
          throw new IOException("it holds " + entry.getName() + ", which is no file of a database");
        }
        Files.copy(tar, folder.resolve(name + "." + ending.group(1)));
      }
    }
  }
}
