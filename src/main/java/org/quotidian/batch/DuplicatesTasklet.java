package org.quotidian.batch;

import java.util.Arrays;
import org.quotidian.duplicate.Duplicates;
import org.quotidian.duplicate.Signatures;
import org.quotidian.duplicate.TextSignature;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.quotidian.store.Sightings;
import org.quotidian.store.Sightings.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Marks the duplicates among all articles of the corpus, again in every run that changed any. The
 * marks depend only on what is stored, so they never point to an article that has been removed.
 */
final class DuplicatesTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(DuplicatesTasklet.class);

  private final Run run;
  private final boolean skip;
  private final CorpusExport export;
  private final Runs runs;
  private final Sightings sightings;
  private final StopSignal stop;

  DuplicatesTasklet(
      Run run,
      JobSettings settings,
      CorpusExport export,
      Runs runs,
      Sightings sightings,
      StopSignal stop) {
    this.export = export;
    this.runs = runs;
    this.run = run;
    this.skip = settings.duplicates() == JobSettings.Duplicates.SKIP;
    this.sightings = sightings;
    this.stop = stop;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    if (isUpToDate()) {
      log.info("no rows changed: the marks of duplicates are kept");
      return RepeatStatus.FINISHED;
    }
    sightings.note(run);
    try (Seen articles = new Seen()) {
      sightings.each(run.corpus(), articles::add);
      stop.checkInterrupted(contribution.getStepExecution());
      long[] ids = articles.ids();
      int[] firsts = articles.firsts();
      int changed = sightings.mark(run.corpus(), ids, firsts, skip);
      contribution.incrementWriteCount(changed);
      log.info(
          "{} of {} articles are duplicates",
          Arrays.stream(firsts).filter(first -> first >= 0).count(),
          ids.length);
    }
    return RepeatStatus.FINISHED;
  }

  /** Whether the marks of the last run are still valid: same rows, same settings. */
  private boolean isUpToDate() {
    return runs.beforeWithSameRows(run)
        .filter(last -> export.signature().equals(last.exported()))
        .isPresent();
  }

  /** The articles to compare, by id. Kept in little memory because there may be millions. */
  private static final class Seen implements AutoCloseable {

    private final Signatures signatures = new Signatures();
    private long[] ids = new long[1024];
    // Run and position in it in which each article was first seen.
    private long[] moments = new long[1024];
    private int size;

    void add(Sighting article) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size + size / 2);
        moments = Arrays.copyOf(moments, ids.length);
      }
      ids[size] = ArticleId.number(article.articleId());
      moments[size] = (long) article.runId() << 32 | article.seq();
      size++;
      signatures.add(TextSignature.parse(article.signature()));
    }

    /** In ascending order, because articles are added by id. */
    long[] ids() {
      return Arrays.copyOf(ids, size);
    }

    int[] firsts() {
      return Duplicates.firsts(signatures, Arrays.copyOf(moments, size));
    }

    @Override
    public void close() {
      signatures.close();
    }
  }
}
