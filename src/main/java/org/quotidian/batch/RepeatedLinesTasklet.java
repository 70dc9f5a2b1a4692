package org.quotidian.batch;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.source.RepeatedLines;
import org.quotidian.source.ShortLines;
import org.quotidian.store.LineStore;
import org.quotidian.store.LineStore.ItemLines;
import org.quotidian.store.Manifest;
import org.quotidian.store.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Decides which lines are repeated. Every run does this again for all items found, whether they
 * need processing or not, so that an incremental run marks the same lines as a full one.
 */
final class RepeatedLinesTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(RepeatedLinesTasklet.class);

  private final Run run;
  private final RepeatedLines.Limits limits;
  private final String fingerprint;
  private final LineStore store;
  private final Manifest manifest;

  RepeatedLinesTasklet(
      Run run,
      RepeatedLines.Limits limits,
      String fingerprint,
      LineStore store,
      Manifest manifest) {
    this.run = run;
    this.limits = limits;
    this.fingerprint = fingerprint;
    this.store = store;
    this.manifest = manifest;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    List<ItemLines> articles = limits.allow(run.items()) ? articlesWithRepeatedLines() : List.of();
    manifest.freeze(run.runId(), articles);
    contribution.incrementWriteCount(articles.size());
    return RepeatStatus.FINISHED;
  }

  private List<ItemLines> articlesWithRepeatedLines() {
    RepeatedLines.Count count = new RepeatedLines.Count();
    store.each(run.runId(), fingerprint, item -> count.add(ShortLines.parse(item.lines())));
    RepeatedLines repeated = count.repeated(limits);
    List<ItemLines> articles = new ArrayList<>();
    if (repeated.size() > 0) {
      store.each(
          run.runId(),
          fingerprint,
          item -> {
            String lines = repeated.in(ShortLines.parse(item.lines()));
            if (!lines.isEmpty()) {
              articles.add(new ItemLines(item.seq(), lines));
            }
          });
    }
    log.info("{} lines are repeated, in {} articles", repeated.size(), articles.size());
    return articles;
  }
}
