package org.quotidian.batch.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes one partition after the other, renews its lease while working on it, and reports how it
 * ended. A partition that was not finished, for whatever reason, is given back for any worker to
 * continue.
 */
public final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  // How often it checks for a stop while waiting.
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int RENEWALS_A_LEASE = 3;

  /** Does the work of a partition. */
  @FunctionalInterface
  public interface Work {

    Outcome on(RunPartition partition);
  }

  /**
   * The result of working on a partition.
   *
   * @param ending whether the partition is done, may be tried again, or fails the run
   * @param why it is not done, for people
   */
  public record Outcome(Ending ending, String why) {}

  /** What happens to a partition. */
  public enum Ending {
    DONE,
    GIVEN_BACK,
    FAILED,
    /** It is given back, and this worker cannot process any other either. */
    UNFIT
  }

  private final JobSettings.Workers settings;
  private final Claimant claimant;
  private final Partitions partitions;
  private final Transport transport;
  private final Work work;
  private final Consumer<String> screen;
  private long lastContact;
  private boolean warned;

  /**
   * @param screen receives a line about each partition, for people
   */
  public Worker(
      JobSettings.Workers settings,
      Claimant claimant,
      Partitions partitions,
      Transport transport,
      Work work,
      Consumer<String> screen) {
    this.settings = settings;
    this.claimant = claimant;
    this.partitions = partitions;
    this.transport = transport;
    this.work = work;
    this.screen = screen;
  }

  /**
   * Works until there has been nothing to do for the time limit, or until {@code stopped}.
   *
   * @return how many partitions it finished
   * @throws RemoteWorkException if it may not work on this corpus, or has been without database or
   *     broker for longer than the limit
   */
  public int run(BooleanSupplier stopped) throws InterruptedException {
    int finished = 0;
    long idleSince = System.nanoTime();
    lastContact = System.nanoTime();
    screen.accept("waiting for partitions of corpus " + claimant.corpus());
    while (!stopped.getAsBoolean()) {
      try {
        Optional<RunPartition> partition = next();
        lastContact = System.nanoTime();
        warned = false;
        if (partition.isPresent()) {
          finished += workOn(partition.get()) ? 1 : 0;
          idleSince = System.nanoTime();
        }
      } catch (DataAccessException | TransactionException e) {
        lost("the database cannot be reached: " + RemoteWork.rootMessage(e), e);
      } catch (TransportException e) {
        lost(String.valueOf(e.getMessage()), e);
      }
      if (RemoteWork.hasPassed(settings.timeout(), idleSince)) {
        screen.accept(
            "no work for "
                + RemoteWork.seconds(settings.timeout())
                + " (setting workers.timeout): the worker ends");
        break;
      }
    }
    return finished;
  }

  private Optional<RunPartition> next() throws InterruptedException {
    partitions
        .otherFingerprint(claimant.corpus(), claimant.fingerprint())
        .ifPresent(
            other -> {
              throw new RemoteWorkException(
                  "the run of corpus "
                      + claimant.corpus()
                      + " has fingerprint "
                      + other
                      + ", this worker "
                      + claimant.fingerprint()
                      + ": its rows would differ. Give both the same version of the program and"
                      + " the same languages and limits.");
            });
    return transport.claim(claimant, LOOK);
  }

  /** Works on the partition; returns whether it is done. */
  private boolean workOn(RunPartition partition) {
    screen.accept(partition + ": " + partition.articles() + " articles");
    Outcome outcome;
    try (Renewal renewal = new Renewal(partition)) {
      outcome = work.on(partition);
    }
    boolean held =
        switch (outcome.ending()) {
          case DONE -> partitions.finish(partition);
          case GIVEN_BACK, UNFIT -> partitions.release(partition, outcome.why());
          case FAILED -> partitions.fail(partition, outcome.why());
        };
    // First, because behind a pause that was too long the broker cannot be reached either.
    if (!held) {
      screen.accept(partition + " was taken back before it was done");
    } else if (outcome.ending() == Ending.GIVEN_BACK || outcome.ending() == Ending.FAILED) {
      screen.accept(partition + ": " + outcome.why());
    }
    if (outcome.ending() == Ending.GIVEN_BACK || outcome.ending() == Ending.UNFIT) {
      transport.offer(partition.runId(), List.of(partition.part()));
    }
    transport.settle();
    if (outcome.ending() == Ending.UNFIT) {
      throw new RemoteWorkException(outcome.why());
    }
    return held && outcome.ending() == Ending.DONE;
  }

  private void lost(String message, Exception cause) throws InterruptedException {
    if (cause instanceof TransportException e && e.isLasting()) {
      throw new RemoteWorkException(message, cause);
    }
    if (RemoteWork.hasPassed(settings.timeout(), lastContact)) {
      throw new RemoteWorkException(
          message
              + " (for "
              + RemoteWork.seconds(settings.timeout())
              + ", setting workers.timeout)",
          cause);
    }
    if (!warned) {
      log.warn("waiting: {}", message);
      screen.accept("waiting: " + message);
      warned = true;
    }
    Thread.sleep(settings.poll().toMillis());
  }

  /** Renews the lease while articles are processed, which may take longer than the lease lasts. */
  private final class Renewal implements AutoCloseable {

    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "lease");
              thread.setDaemon(true);
              return thread;
            });
    private final ScheduledFuture<?> renewals;

    Renewal(RunPartition partition) {
      long every = settings.lease().toMillis() / RENEWALS_A_LEASE;
      renewals =
          clock.scheduleWithFixedDelay(() -> renew(partition), every, every, TimeUnit.MILLISECONDS);
    }

    private void renew(RunPartition partition) {
      try {
        if (!partitions.renew(partition, claimant.lease())) {
          log.warn("{} was taken back; its next chunk will be refused", partition);
          renewals.cancel(false);
        }
      } catch (DataAccessException e) {
        log.warn("the lease of {} could not be renewed: {}", partition, e.getMessage());
      }
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}
