package org.quotidian.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.NoRoom;

/** Tells that a disk is full, which databases and libraries say in ways that nobody understands. */
final class FullDisk {

  private static final long HARDLY_ANY = 32L << 20; // bytes; a database file grows by 16 MB

  private FullDisk() {}

  /** In words, if there is hardly space left where a job writes to. */
  static Optional<String> of(JobSettings settings) {
    return Stream.concat(
            Stream.of(Path.of(settings.output()).toAbsolutePath()),
            BatchApplication.address(settings).file().stream())
        .flatMap(path -> NoRoom.on(path, HARDLY_ANY).stream())
        .findFirst();
  }
}
