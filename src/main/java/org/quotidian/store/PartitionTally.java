package org.quotidian.store;

/**
 * The progress of a run's partitions.
 *
 * @param waiting for a worker
 * @param running held by a worker
 * @param finished completely done
 * @param failed given up
 * @param articles that have a ledger entry since the partitions were created
 * @param message why one was given up; empty if none was
 */
public record PartitionTally(
    int waiting, int running, int finished, int failed, int articles, String message) {

  /** Whether there is nothing left to wait for. */
  public boolean isOver() {
    return waiting + running == 0;
  }
}
