package org.quotidian.batch.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunPartition;

/**
 * How workers learn of partitions. An offer may get lost, or arrive twice or late. It only invites
 * a worker to ask the database, which alone decides who holds which partition. For use by one
 * thread.
 */
public interface Transport extends AutoCloseable {

  /** The transport named in a job file. It connects at first use. */
  static Transport of(JobSettings.Workers settings, String corpus, Partitions partitions) {
    return switch (settings.transport()) {
      case DATABASE -> new DatabaseTransport(partitions, settings.poll());
      case ARTEMIS -> new ArtemisTransport(settings, corpus, partitions);
    };
  }

  /**
   * Offers waiting partitions to workers.
   *
   * @throws TransportException if that is not possible now
   */
  void offer(int runId, Collection<Integer> parts);

  /**
   * Waits for a partition and takes it.
   *
   * @param most how long to wait; it may take a little longer
   * @throws TransportException if offers cannot be received now
   */
  Optional<RunPartition> claim(Claimant claimant, Duration most) throws InterruptedException;

  /** Called when the last claimed partition is done or given up. Its offer need not come again. */
  void settle();

  @Override
  void close();
}
