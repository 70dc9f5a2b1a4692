package org.quotidian.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Executions that Spring Batch still records as running although their process died. The caller
 * holds the run lock of the corpus.
 */
record DeadExecutions(JobRepository repository, JobOperator operator, String corpus) {

  static final int MOST_CONFLICTS = 100; // a worker causes a few at its end

  private static final Logger log = LoggerFactory.getLogger(DeadExecutions.class);

  /**
   * Marks them as failed, so that the job can be started again. A worker that is alive and has just
   * lost its partition marks its own at the same moment; then what is left is looked for again.
   *
   * @param job its name
   */
  void recover(String job) {
    for (int conflicts = 0; ; conflicts++) {
      try {
        recoverRunning(job);
        return;
      } catch (OptimisticLockingFailureException e) {
        if (conflicts == MOST_CONFLICTS) {
          throw e;
        }
        log.info("a worker ends its job execution itself: {}", e.getMessage());
      }
    }
  }

  private void recoverRunning(String job) {
    for (JobExecution execution : repository.findRunningJobExecutions(job)) {
      if (corpus.equals(execution.getJobParameters().getString(ExtractionJob.CORPUS))) {
        log.info("recovering from the crash of job execution {}", execution.getId());
        operator.recover(execution);
      }
    }
  }
}
