package org.quotidian.batch;

/** The permission to write rows of a run. A worker on another machine has it for a limited time. */
interface Lease {

  /** The lease of a process that works alone and has the run lock. */
  Lease UNLIMITED = articles -> {};

  /**
   * Called in the transaction of each chunk before its rows are written. May throw to roll the
   * chunk back.
   *
   * @param articles how many articles the chunk finishes
   */
  void advance(int articles);
}
