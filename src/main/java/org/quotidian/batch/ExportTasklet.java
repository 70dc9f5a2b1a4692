package org.quotidian.batch;

import java.util.concurrent.CancellationException;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the CSV files, unless this run changed nothing and the files of the last run are still
 * there and valid.
 */
final class ExportTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(ExportTasklet.class);

  private final Run run;
  private final CorpusExport export;
  private final Runs runs;
  private final StopSignal stop;
  private final int atOnce;

  /**
   * @param atOnce how many files are written at the same time
   */
  ExportTasklet(Run run, CorpusExport export, Runs runs, StopSignal stop, int atOnce) {
    this.run = run;
    this.export = export;
    this.runs = runs;
    this.stop = stop;
    this.atOnce = atOnce;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    if (isUpToDate()) {
      log.info("{} is up to date", export.folder());
    } else {
      try {
        export.write(stop::giveUpIfRequested, atOnce);
      } catch (CancellationException e) {
        stop.checkInterrupted(contribution.getStepExecution());
      }
    }
    runs.exported(run.runId(), export.signature());
    return RepeatStatus.FINISHED;
  }

  private boolean isUpToDate() {
    return export.isComplete()
        && runs.beforeWithSameRows(run)
            .filter(last -> export.signature().equals(last.exported()))
            .isPresent();
  }
}
