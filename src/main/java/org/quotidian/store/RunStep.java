package org.quotidian.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One start of a step in a run, as Spring Batch recorded it.
 *
 * @param status COMPLETED, FAILED, STOPPED, STARTED, …
 * @param read how many items it read
 * @param written how many of them it committed
 */
public record RunStep(
    String name,
    String status,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long read,
    long written) {

  /** How long it took; empty while it is running and if it was interrupted. */
  public Optional<Duration> duration() {
    return startedAt == null || finishedAt == null
        ? Optional.empty()
        : Optional.of(Duration.between(startedAt, finishedAt));
  }

  /**
   * How long it took, or has taken until {@code now} if it is running; zero if it was interrupted.
   */
  public Duration duration(Instant now) {
    boolean atWork = startedAt != null && finishedAt == null && status.equals("STARTED");
    return atWork ? Duration.between(startedAt, now) : duration().orElse(Duration.ZERO);
  }

  /** Items per second; empty if the figure is meaningless. */
  public Optional<Double> rate() {
    return duration()
        .filter(duration -> written > 0 && duration.toMillis() > 0)
        .map(duration -> written * 1000.0 / duration.toMillis());
  }
}
