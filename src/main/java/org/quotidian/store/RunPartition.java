package org.quotidian.store;

/**
 * A part of a run's manifest that a worker holds.
 *
 * @param firstSeq first item of the manifest, inclusive; {@code lastSeq} the last, inclusive
 * @param articles how many of them were to be worked on when the manifest was cut
 * @param token of the lease: whoever holds the partition under another may not write
 */
public record RunPartition(
    int runId, int part, int firstSeq, int lastSeq, int articles, String token) {

  @Override
  public String toString() {
    return "partition " + part + " of run " + runId;
  }
}
