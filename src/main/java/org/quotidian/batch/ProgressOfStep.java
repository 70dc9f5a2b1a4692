package org.quotidian.batch;

import java.util.function.ToLongFunction;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Reports when a step begins, how much it has to do, and when it ends. */
record ProgressOfStep(Progress progress, ToLongFunction<StepExecution> total)
    implements StepExecutionListener {

  @Override
  public void beforeStep(StepExecution step) {
    progress.begin(step.getStepName(), total.applyAsLong(step));
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    progress.end();
    return step.getExitStatus();
  }
}
