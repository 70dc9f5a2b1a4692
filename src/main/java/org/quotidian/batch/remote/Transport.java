package org.quotidian.batch.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunPartition;

/**
 * How workers hear of partitions. An offer may be lost, come twice or late: it is an invitation to
 * ask the database, which alone decides who holds what. For one thread.
 */
public interface Transport extends AutoCloseable {

  /** The transport that a job file asks for; connects at first use. */
  static Transport of(JobSettings.Workers settings, String corpus, Partitions partitions) {
    return switch (settings.transport()) {
      case DATABASE -> new DatabaseTransport(partitions, settings.poll());
      case ARTEMIS -> new ArtemisTransport(settings, corpus, partitions);
    };
  }

  /**
   * Tells workers of partitions that wait.
   *
   * @throws TransportException if it cannot now
   */
  void offer(int runId, Collection<Integer> parts);

  /**
   * Waits for a partition and takes it.
   *
   * @param most how long to wait; may take a little longer
   * @throws TransportException if offers cannot be received now
   */
  Optional<RunPartition> claim(Claimant claimant, Duration most) throws InterruptedException;

  /** The partition claimed last is through, or is given up: its offer need not come again. */
  void settle();

  @Override
  void close();
}
