package org.quotidian.batch;

import org.quotidian.job.JobSettings;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a job with annotators that need no model. */
public final class TestRun {

  private TestRun() {}

  public static RunResult of(JobSettings job) {
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(
                job, lock, new StopSignal(), Progress.NONE, new TestAnnotators())) {
      return context.getBean(Launcher.class).run();
    }
  }
}
