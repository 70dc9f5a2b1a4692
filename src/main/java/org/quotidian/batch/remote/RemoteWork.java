package org.quotidian.batch.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.store.PartitionTally;
import org.quotidian.store.Partitions;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Leaves the work of a run to workers and waits until it is done. It divides the manifest into
 * partitions, offers them, takes back those whose worker gave no sign of life, and offers them
 * again. Its whole state is in the database, so that it can be killed and restarted.
 */
public final class RemoteWork {

  private static final Logger log = LoggerFactory.getLogger(RemoteWork.class);

  private final JobSettings.Workers settings;
  private final Partitions partitions;
  private final Transport transport;
  private final RunLock lock;
  private final Duration longestChunk;

  /**
   * @param lock of the corpus; held while waiting
   * @param longestChunk how long a chunk of the slowest articles may take
   */
  public RemoteWork(
      JobSettings.Workers settings,
      Partitions partitions,
      Transport transport,
      RunLock lock,
      Duration longestChunk) {
    this.settings = settings;
    this.partitions = partitions;
    this.transport = transport;
    this.lock = lock;
    this.longestChunk = longestChunk;
  }

  /**
   * Waits until every article of the run has a ledger entry, or until {@code stopped}. Partitions
   * of an earlier start must have been withdrawn.
   *
   * @param articles how many articles there are to process
   * @param fingerprint that workers must have
   * @param done receives the number of articles finished since the last call
   * @throws RemoteWorkException if the work cannot be finished; the message says why
   */
  public void run(
      Run run, long articles, String fingerprint, IntConsumer done, BooleanSupplier stopped)
      throws InterruptedException {
    if (articles == 0) {
      return;
    }
    try {
      Collection<Integer> parts =
          partitions.cut(run, settings.effectivePartitions(articles), fingerprint);
      log.info("run {}: {} articles in {} partitions", run.runId(), articles, parts.size());
      new Waiting(run, done).until(stopped, parts);
    } finally {
      withdraw(run);
    }
  }

  private void withdraw(Run run) {
    try {
      partitions.withdraw(run.corpus());
    } catch (DataAccessException | TransactionException e) {
      log.warn("partitions are left until the next start: {}", e.getMessage());
    }
  }

  /** Waiting for the end of one run. */
  private final class Waiting {

    private final Run run;
    private final IntConsumer done;
    private Collection<Integer> toOffer = List.of();
    private PartitionTally tally = new PartitionTally(0, 0, 0, 0, 0, "");
    private long lastProgress = System.nanoTime();
    private long lastWork = System.nanoTime();
    private long lastContact = System.nanoTime();
    private boolean warned;

    Waiting(Run run, IntConsumer done) {
      this.run = run;
      this.done = done;
    }

    void until(BooleanSupplier stopped, Collection<Integer> parts) throws InterruptedException {
      toOffer = parts;
      while (!stopped.getAsBoolean()) {
        try {
          if (look()) {
            return;
          }
          lastContact = System.nanoTime();
          warned = false;
        } catch (DataAccessException | TransactionException | StoreException e) {
          lost("the database cannot be reached: " + rootMessage(e), e);
        } catch (TransportException e) {
          if (e.isLasting()) {
            throw new RemoteWorkException(String.valueOf(e.getMessage()), e);
          }
          lost(String.valueOf(e.getMessage()), e);
        }
        Thread.sleep(settings.poll().toMillis());
      }
    }

    /** Takes back, offers and counts partitions once; returns whether all are done. */
    private boolean look() {
      lock.keep();
      Collection<Integer> expired = partitions.expire(run.runId());
      if (!expired.isEmpty()) {
        log.warn("run {}: the workers of partitions {} gave no sign of life", run.runId(), expired);
        toOffer = Stream.concat(toOffer.stream(), expired.stream()).toList();
      }
      count(partitions.tally(run.runId()));
      if (tally.failed() > 0) {
        throw new RemoteWorkException("partition " + tally.message());
      }
      if (tally.isOver()) {
        return true;
      }
      if (toOffer.isEmpty() && hasPassed(idleBeforeNewOffer(), lastWork)) {
        toOffer = partitions.waiting(run.runId()); // the broker may have lost them
        lastWork = System.nanoTime();
      }
      transport.offer(run.runId(), toOffer);
      toOffer = List.of();
      checkPatience();
      return false;
    }

    /**
     * Offers wait in the broker until a worker comes, so the same partition should not be offered
     * too often.
     */
    private Duration idleBeforeNewOffer() {
      Duration quarter = settings.timeout().dividedBy(4);
      return quarter.compareTo(settings.lease()) > 0 ? quarter : settings.lease();
    }

    private void count(PartitionTally now) {
      if (now.articles() > tally.articles() || now.finished() > tally.finished()) {
        lastProgress = System.nanoTime();
      }
      if (now.running() > 0) {
        lastWork = System.nanoTime();
      }
      done.accept(now.articles() - tally.articles());
      tally = now;
    }

    private void checkPatience() {
      Duration patience = settings.timeout();
      if (tally.running() == 0 && hasPassed(patience, lastProgress)) {
        throw new RemoteWorkException(
            "no worker has taken a partition for "
                + seconds(patience)
                + " (setting workers.timeout); start workers with: quotidian worker JOB.yml");
      }
      if (hasPassed(patience.plus(longestChunk), lastProgress)) {
        throw new RemoteWorkException(
            "workers hold "
                + tally.running()
                + " partitions but have finished no article for "
                + seconds(patience.plus(longestChunk))
                + "; see their logs");
      }
    }

    private void lost(String message, Exception cause) {
      if (hasPassed(settings.timeout(), lastContact)) {
        throw new RemoteWorkException(
            message + " (for " + seconds(settings.timeout()) + ", setting workers.timeout)", cause);
      }
      if (!warned) {
        log.warn("waiting: {}", message);
        warned = true;
      }
    }
  }

  static boolean hasPassed(Duration time, long sinceNanos) {
    return System.nanoTime() - sinceNanos > time.toNanos();
  }

  static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
