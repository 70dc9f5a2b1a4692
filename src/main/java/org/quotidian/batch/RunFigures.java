package org.quotidian.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.RunStep;
import org.quotidian.store.Runs;

/**
 * The metrics of a run. All are gauges, because a program that ends has no counters to scrape.
 * During a run, the metrics of its outcome are omitted, and so are the rows of the corpus, which
 * take long to count.
 */
record RunFigures(Runs runs, CorpusStatistics statistics) {

  /**
   * @param run in its state at {@code now}
   */
  void register(Run run, Instant now, MeterRegistry registry) {
    Gauges gauges = new Gauges(registry, Tags.of("corpus", run.corpus()));
    boolean running = run.status() == Run.Status.RUNNING;
    Instant finished = run.finishedAt() == null ? now : run.finishedAt();
    gauges.add("quotidian.run.running", "1 during the run, 0 afterwards", running ? 1 : 0);
    gauges.add(
        "quotidian.run.updated.timestamp.seconds",
        "When these metrics were collected",
        seconds(now));
    gauges.add(
        "quotidian.run.duration.seconds",
        "Time from the first start of the run to its end or until now, including interruptions",
        Duration.between(run.startedAt(), finished).toMillis() / 1000.0);
    runs.lastCompleted(run.corpus())
        .map(Run::finishedAt)
        .ifPresent(
            completed ->
                gauges.add(
                    "quotidian.run.last.completed.timestamp.seconds",
                    "When a run last completed",
                    seconds(completed)));
    articles(run)
        .forEach(
            (outcome, number) ->
                gauges.add(
                    "quotidian.run.articles",
                    "Articles of the run",
                    number,
                    Tags.of("outcome", outcome)));
    steps(run, now, gauges);
    for (CorpusStatistics.Failures reason : runs.failuresByReason(run.runId())) {
      gauges.add(
          "quotidian.run.failures",
          "Articles that failed in the run, by stage and error",
          reason.articles(),
          Tags.of("stage", reason.stage(), "error", reason.error()));
    }
    if (!running) {
      ended(run, finished, gauges);
    }
  }

  private void ended(Run run, Instant finished, Gauges gauges) {
    gauges.add(
        "quotidian.run.completed",
        "1 if the last run completed, 0 if it failed or was stopped",
        run.status() == Run.Status.COMPLETED ? 1 : 0);
    gauges.add(
        "quotidian.run.finished.timestamp.seconds",
        "When the last run ended, successfully or not",
        seconds(finished));
    statistics
        .rows()
        .forEach(
            (table, rows) ->
                gauges.add(
                    "quotidian.corpus.rows",
                    "Rows of the whole corpus",
                    rows,
                    Tags.of("table", table)));
  }

  /** How many articles there were of each kind. */
  static Map<String, Integer> articles(Run run) {
    Map<String, Integer> articles = new LinkedHashMap<>();
    articles.put("found", run.items());
    articles.put("unchanged", run.unchanged());
    articles.put("done", run.done());
    articles.put("failed", run.failed());
    articles.put("removed", run.removed());
    return articles;
  }

  /** All starts of a step are added up if it was interrupted and restarted. */
  private void steps(Run run, Instant now, Gauges gauges) {
    Map<String, List<RunStep>> byName = new LinkedHashMap<>();
    for (RunStep step : runs.steps(run.runId())) {
      byName.merge(step.name(), List.of(step), RunFigures::joined);
    }
    byName.forEach(
        (name, starts) -> {
          Tags step = Tags.of("step", name);
          double seconds =
              starts.stream().mapToLong(start -> start.duration(now).toMillis()).sum() / 1000.0;
          long items = starts.stream().mapToLong(RunStep::written).sum();
          gauges.add(
              "quotidian.run.step.duration.seconds",
              "Duration of the step in this run so far",
              seconds,
              step);
          gauges.add(
              "quotidian.run.step.items",
              "Items that the step wrote in this run: articles, or rows in steps that write files",
              items,
              step);
          gauges.add(
              "quotidian.run.step.items.per.second",
              "Items per second that the step wrote",
              seconds > 0 ? items / seconds : 0,
              step);
        });
  }

  private static List<RunStep> joined(List<RunStep> some, List<RunStep> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private record Gauges(MeterRegistry registry, Tags common) {

    void add(String name, String description, double value) {
      add(name, description, value, Tags.empty());
    }

    void add(String name, String description, double value, Tags tags) {
      Gauge.builder(name, () -> value)
          .description(description)
          .tags(common.and(tags))
          .strongReference(true)
          .register(registry);
    }
  }
}
