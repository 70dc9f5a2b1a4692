package org.quotidian.batch.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunPartition;

/**
 * Works without a broker: workers query the database, and skip rows that another worker is just
 * taking.
 */
record DatabaseTransport(Partitions partitions, Duration poll) implements Transport {

  @Override
  public void offer(int runId, Collection<Integer> parts) {
    // Nothing to do: partitions are in the database, where workers look for them.
  }

  @Override
  public Optional<RunPartition> claim(Claimant claimant, Duration most)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<RunPartition> partition =
          partitions.claimNext(
              claimant.corpus(), claimant.fingerprint(), claimant.worker(), claimant.lease());
      if (partition.isPresent() || System.nanoTime() - deadline >= 0) {
        return partition;
      }
      Thread.sleep(poll.toMillis());
    }
  }

  @Override
  public void settle() {}

  @Override
  public void close() {}
}
