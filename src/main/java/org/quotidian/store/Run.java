package org.quotidian.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a corpus, however often it was stopped and continued.
 *
 * @param fullRun whether it processes every article, changed or not
 * @param fingerprint of program, models and settings that change results
 * @param scope of inputs and settings: a run is continued only if it is the same
 * @param output absolute path of the output folder
 * @param exported identifies folder and format of the CSV files it wrote; null before it did
 * @param reported identifies the report it wrote and its settings; null before it did
 * @param items number of source items found; {@code pending} of them need processing, of which
 *     {@code done} and {@code failed} have ended
 * @param removed number of articles whose rows were removed because their file is gone
 * @param problem why it failed; empty if it did not
 * @param warning what went wrong after the rows were done; empty if nothing did
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

  /** The state of a run. */
  public enum Status {
    RUNNING,
    STOPPED,
    FAILED,
    COMPLETED,
    /** Left unfinished because inputs or settings changed. Its successor does the work. */
    ABANDONED;

    /** Whether the same command continues this run. */
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
