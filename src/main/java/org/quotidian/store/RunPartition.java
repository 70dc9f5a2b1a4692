package org.quotidian.store;

/**
 * A part of a run's manifest that a worker holds.
 *
 * @param firstSeq first item of the manifest, inclusive; {@code lastSeq} the last, inclusive
 * @param articles how many of them needed processing when the partition was created
 * @param token of the lease: a worker that holds the partition under another token must not write
 */
public record RunPartition(
    int runId, int part, int firstSeq, int lastSeq, int articles, String token) {

  @Override
  public String toString() {
    return "partition " + part + " of run " + runId;
  }
}
