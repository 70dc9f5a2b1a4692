package org.quotidian.store;

/**
 * Another worker holds the partition by now, or the run was withdrawn. This chunk must not commit.
 */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(RunPartition partition) {
    super(partition + " was taken back: its lease had run out, or the run has ended");
  }
}
