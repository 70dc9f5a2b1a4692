package org.quotidian.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a corpus, however often it was stopped and continued.
 *
 * @param fullRun whether it works on every article, changed or not
 * @param fingerprint of program, models and settings that change results
 * @param scope of inputs and settings: a run is continued only with the same
 * @param output absolute path of the output folder
 * @param exported names folder and form of the CSV files it left behind; null before it did
 * @param reported names the report it left behind and how that was made; null before it did
 * @param items source items found; {@code pending} of them to be worked on, of which {@code done}
 *     and {@code failed} ended
 * @param removed articles whose rows were removed because their file is gone
 * @param problem why it failed, in words; empty if it did not
 * @param warning what went wrong beside the rows, which are done, in words; empty if nothing did
 */
public record Run(
    int runId,
    String corpus,
    Status status,
    boolean fullRun,
    String fingerprint,
    String scope,
    String output,
    @Nullable String exported,
    @Nullable String reported,
    Instant startedAt,
    @Nullable Instant finishedAt,
    int items,
    int pending,
    int done,
    int failed,
    int removed,
    String problem,
    String warning) {

  /** How far a run has come. */
  public enum Status {
    RUNNING,
    STOPPED,
    FAILED,
    COMPLETED,
    /** Left unfinished because inputs or settings changed; its successor does the work. */
    ABANDONED;

    /** Whether the same command goes on with this run. */
    public boolean isUnfinished() {
      return this == RUNNING || this == STOPPED || this == FAILED;
    }
  }

  public int unchanged() {
    return items - pending;
  }

  /** The same run with other counts. */
  public Run with(int nowDone, int nowFailed) {
    return new Run(
        runId,
        corpus,
        status,
        fullRun,
        fingerprint,
        scope,
        output,
        exported,
        reported,
        startedAt,
        finishedAt,
        items,
        pending,
        nowDone,
        nowFailed,
        removed,
        problem,
        warning);
  }
}
