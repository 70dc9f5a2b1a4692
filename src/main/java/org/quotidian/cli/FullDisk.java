package org.quotidian.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.NoRoom;

/** Detects a full disk, which databases and libraries report in obscure ways. */
final class FullDisk {

  private static final long HARDLY_ANY = 32L << 20; // bytes

  private FullDisk() {}

  /** A message, if almost no space is left where the job writes. */
  static Optional<String> of(JobSettings settings) {
    return Stream.concat(
            Stream.of(Path.of(settings.output()).toAbsolutePath()),
            BatchApplication.address(settings).file().stream())
        .flatMap(path -> NoRoom.on(path, HARDLY_ANY).stream())
        .findFirst();
  }
}
