package org.quotidian.batch;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import org.quotidian.batch.remote.Claimant;
import org.quotidian.batch.remote.Transport;
import org.quotidian.batch.remote.Worker;
import org.quotidian.job.JobSettings;
import org.quotidian.store.LockHolder;
import org.quotidian.store.Partitions;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker for the partitions of a corpus, whichever machine started the run. */
public final class RemoteWorker {

  private static final int LONGEST_NAME = 60; // of a database session, in bytes

  private RemoteWorker() {}

  /**
   * Works until there has been nothing to do for the time limit in the job file, or until it is
   * stopped.
   *
   * @param screen receives a line about each partition, for people
   * @return how many partitions it finished
   * @throws org.quotidian.batch.remote.RemoteWorkException if it may not or cannot work
   */
  public static int run(JobSettings settings, StopSignal stop, Consumer<String> screen)
      throws InterruptedException {
    String name = name();
    try (ConfigurableApplicationContext context =
            BatchApplication.openWorker(settings, name, stop);
        Transport transport = context.getBean(Transport.class)) {
      Claimant claimant =
          new Claimant(
              settings.corpus(),
              context.getBean(Fingerprint.class).failed(),
              name,
              settings.workers().lease());
      return new Worker(
              settings.workers(),
              claimant,
              context.getBean(Partitions.class),
              transport,
              context.getBean(PartitionLauncher.class),
              screen)
          .run(stop::isRequested);
    }
  }

  /** A unique name, even if every container has the same process id. */
  private static String name() {
    String unique = " " + UUID.randomUUID().toString().substring(0, 8);
    String name =
        new String(
            ("worker " + LockHolder.ofThisProcess()).getBytes(StandardCharsets.US_ASCII),
            StandardCharsets.US_ASCII);
    return name.substring(0, Math.min(name.length(), LONGEST_NAME - unique.length())) + unique;
  }
}
