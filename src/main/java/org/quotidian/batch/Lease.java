package org.quotidian.batch;

/** The right to write rows of a run: a worker on another machine has it for a time only. */
interface Lease {

  /** Of a process that works alone: the run lock is right enough. */
  Lease UNLIMITED = articles -> {};

  /**
   * Is called in the transaction of each chunk before its rows are written, and may throw to have
   * it rolled back.
   *
   * @param articles how many articles the chunk finishes
   */
  void advance(int articles);
}
