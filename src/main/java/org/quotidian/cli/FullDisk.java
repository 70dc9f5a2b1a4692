package org.quotidian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;

/** Tells that a disk is full, which databases and libraries say in ways that nobody understands. */
final class FullDisk {

  private static final long HARDLY_ANY = 32L << 20; // bytes; a database file grows by 16 MB

  private FullDisk() {}

  /** In words, if there is hardly space left where a job writes to. */
  static Optional<String> of(JobSettings settings) {
    return Stream.concat(
            Stream.of(Path.of(settings.output()).toAbsolutePath()),
            BatchApplication.address(settings).file().stream())
        .flatMap(path -> told(path, HARDLY_ANY).stream())
        .findFirst();
  }

  /**
   * @param fewest bytes that are space enough
   */
  static Optional<String> told(Path path, long fewest) {
    Path folder = path;
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    try {
      long left = folder == null ? fewest : Files.getFileStore(folder).getUsableSpace();
      return left >= fewest
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "there is hardly space left on the disk of %s (%d MB)",
                  folder,
                  left >> 20));
    } catch (IOException e) {
      return Optional.empty(); // what cannot be asked is not the reason
    }
  }
}
