package org.quotidian.batch;

import java.util.concurrent.CancellationException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Asks the running step to end as STOPPED at the next chunk. Articles in that chunk that have not
 * begun are left for the next start.
 */
public final class StopSignal implements StepInterruptionPolicy {

  private volatile boolean requested;

  /** Asks to stop. Any thread may call it, for instance a shutdown hook. */
  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }

  /**
   * To be called regularly by work that has no chunks.
   *
   * @throws CancellationException if a stop was requested
   */
  void giveUpIfRequested() {
    if (requested) {
      throw new CancellationException("stopped on request");
    }
  }

  @Override
  public void checkInterrupted(StepExecution step) throws JobInterruptedException {
    if (requested) {
      // Without this mark, Spring Batch would report an aborted step as COMPLETED.
      step.setTerminateOnly();
      throw new JobInterruptedException("stopped on request");
    }
  }
}
