package org.quotidian.batch;

import org.quotidian.batch.remote.RemoteWork;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/**
 * The extract step of a run whose articles are processed by workers. Each partition is a job
 * execution of its own, {@link ExtractionJob#PARTITION}, and not a step execution of this job as in
 * Spring Batch's partitioning. There, a worker whose job has been stopped takes over the version of
 * its step execution and could still commit (6.0.6).
 */
final class RemoteStep extends AbstractStep {

  private final RemoteWork work;
  private final Runs runs;
  private final Fingerprint fingerprint;
  private final StopSignal stop;
  private final Progress progress;

  RemoteStep(
      String name,
      JobRepository repository,
      RemoteWork work,
      Runs runs,
      Fingerprint fingerprint,
      StopSignal stop,
      Progress progress) {
    super(repository);
    setName(name);
    this.work = work;
    this.runs = runs;
    this.fingerprint = fingerprint;
    this.stop = stop;
    this.progress = progress;
  }

  @Override
  protected void doExecute(StepExecution step) throws Exception {
    Long number = step.getJobParameters().getLong(ExtractionJob.RUN);
    Run run = runs.find(number == null ? -1 : number.intValue()).orElseThrow();
    long articles = runs.remaining(run.runId());
    work.run(run, articles, fingerprint.failed(), this::advance, stop::isRequested);
    stop.checkInterrupted(step);
    long left = runs.remaining(run.runId());
    if (left > 0) {
      throw new IllegalStateException(
          left + " articles were not processed; the same command continues");
    }
    step.setWriteCount(articles);
  }

  private void advance(int articles) {
    for (int i = 0; i < articles; i++) {
      progress.advance(0);
    }
  }
}
