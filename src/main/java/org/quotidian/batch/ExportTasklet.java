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
 *
 * @param atOnce how many files are written at the same time
 */
record ExportTasklet(Run run, CorpusExport export, Runs runs, StopSignal stop, int atOnce)
    implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(ExportTasklet.class);

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
