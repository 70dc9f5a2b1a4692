package org.quotidian.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quotidian.duplicate.Duplicates;
import org.quotidian.duplicate.TextSignature;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Run;
import org.quotidian.store.Sightings;
import org.quotidian.store.Sightings.Duplicate;
import org.quotidian.store.Sightings.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Marks the duplicates among all articles of the corpus, anew in each run: what the marks say
 * depends only on what is stored, and an article that was the first and is gone is named by none.
 */
final class DuplicatesTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(DuplicatesTasklet.class);

  private final Run run;
  private final boolean skip;
  private final Sightings sightings;
  private final StopSignal stop;

  DuplicatesTasklet(Run run, JobSettings settings, Sightings sightings, StopSignal stop) {
    this.run = run;
    this.skip = settings.duplicates() == JobSettings.Duplicates.SKIP;
    this.sightings = sightings;
    this.stop = stop;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    sightings.note(run);
    List<Seen> articles = new ArrayList<>();
    sightings.each(run.corpus(), article -> articles.add(Seen.of(article)));
    stop.checkInterrupted(contribution.getStepExecution());
    List<Duplicate> duplicates = duplicates(articles);
    int changed = sightings.mark(run.corpus(), duplicates);
    contribution.incrementWriteCount(changed);
    log.info("{} of {} articles are duplicates", duplicates.size(), articles.size());
    return RepeatStatus.FINISHED;
  }

  private List<Duplicate> duplicates(List<Seen> articles) {
    articles.sort(Comparator.comparingLong(Seen::moment).thenComparing(Seen::articleId));
    int[] firsts = Duplicates.firsts(articles.stream().map(Seen::signature).toList());
    List<Duplicate> duplicates = new ArrayList<>();
    for (int i = 0; i < firsts.length; i++) {
      if (firsts[i] >= 0) {
        duplicates.add(
            new Duplicate(articles.get(i).articleId(), articles.get(firsts[i]).articleId(), skip));
      }
    }
    return duplicates;
  }

  /**
   * An article as it is compared.
   *
   * @param moment run and place in that run in which it was first seen
   */
  private record Seen(String articleId, long moment, TextSignature signature) {

    static Seen of(Sighting article) {
      return new Seen(
          article.articleId(),
          (long) article.runId() << 32 | article.seq(),
          TextSignature.parse(article.signature()));
    }
  }
}
