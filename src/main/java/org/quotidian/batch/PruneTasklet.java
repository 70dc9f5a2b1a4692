package org.quotidian.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.InputFiles;
import org.quotidian.store.Ledger;
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
 * Removes the rows of articles whose file is gone, if the job asks for it. If the inputs contain no
 * items at all, nothing is removed: the disk is probably not mounted.
 */
final class PruneTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(PruneTasklet.class);
  private static final int REMOVED_AT_ONCE = 500;

  private final Run run;
  private final JobSettings settings;
  private final Ledger ledger;
  private final InputFiles inputFiles;
  private final ArticleStore store;
  private final Runs runs;
  private final StopSignal stop;

  /** Articles still to be removed; null before they are known. */
  private @Nullable Iterator<String> left;

  PruneTasklet(
      Run run,
      JobSettings settings,
      Ledger ledger,
      InputFiles inputFiles,
      ArticleStore store,
      Runs runs,
      StopSignal stop) {
    this.stop = stop;
    this.run = run;
    this.settings = settings;
    this.ledger = ledger;
    this.inputFiles = inputFiles;
    this.store = store;
    this.runs = runs;
  }

  /** Removes one page of articles, in a transaction of its own, until none are left. */
  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    stop.checkInterrupted(contribution.getStepExecution());
    if (settings.disappeared() == JobSettings.Disappeared.KEEP) {
      return RepeatStatus.FINISHED;
    }
    if (run.items() == 0) {
      log.warn("the inputs contain no articles: nothing is removed");
      return RepeatStatus.FINISHED;
    }
    List<String> gone = gone();
    store.remove(gone);
    runs.removed(run.runId(), gone.size());
    contribution.incrementWriteCount(gone.size());
    return RepeatStatus.continueIf(gone.size() == REMOVED_AT_ONCE);
  }

  /** The next articles that are gone. */
  private List<String> gone() {
    if (inputFiles.unread(run.runId()) == 0) {
      return ledger.disappeared(run, REMOVED_AT_ONCE);
    }
    if (left == null) {
      left =
          UnchangedFiles.last(run, runs)
              .map(last -> new GoneArticles(run, last, ledger, inputFiles).find())
              .orElse(List.of())
              .iterator();
    }
    List<String> next = new ArrayList<>();
    while (left.hasNext() && next.size() < REMOVED_AT_ONCE) {
      next.add(left.next());
    }
    return next;
  }
}
