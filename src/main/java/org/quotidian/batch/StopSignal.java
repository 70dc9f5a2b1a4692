package org.quotidian.batch;

import java.util.concurrent.CancellationException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Asks the running step to end as STOPPED: at the next chunk, and within it, articles not yet begun
 * are left for the next start.
 */
public final class StopSignal implements StepInterruptionPolicy {

  private volatile boolean requested;

  /** Asks to stop; safe from any thread, such as a shutdown hook. */
  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }

  /**
   * For work without chunks, called now and then.
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
      // Without this mark, Spring Batch would call a step that broke off COMPLETED.
      step.setTerminateOnly();
      throw new JobInterruptedException("stopped on request");
    }
  }
}
