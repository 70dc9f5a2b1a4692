package org.quotidian.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.RunStep;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures of a run for Prometheus, told once it has ended: as a file for the textfile collector of
 * node_exporter, to a push gateway, or both, as the job's settings say. All are gauges of the last
 * run, because a program that ends has no counters to be scraped. When they cannot be told, the run
 * is none the worse: the log has a warning.
 */
final class RunMetrics {

  private static final Logger log = LoggerFactory.getLogger(RunMetrics.class);
  private static final Duration LONGEST_PUSH = Duration.ofSeconds(10);

  private final JobSettings settings;
  private final Runs runs;
  private final CorpusStatistics statistics;

  RunMetrics(JobSettings settings, Runs runs, CorpusStatistics statistics) {
    this.settings = settings;
    this.runs = runs;
    this.statistics = statistics;
  }

  /** Tells of a run that has just ended, well or not. */
  void tell(Run run) {
    String file = settings.metrics().file();
    String gateway = settings.metrics().pushGateway();
    if (file.isEmpty() && gateway.isEmpty()) {
      return;
    }
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try {
      register(run, registry);
      String text = registry.scrape();
      if (!file.isEmpty()) {
        write(text, Path.of(file));
      }
      if (!gateway.isEmpty()) {
        push(text, gateway, run.corpus());
      }
    } catch (IOException | RuntimeException e) {
      log.warn("the metrics of run {} could not be told: {}", run.runId(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      registry.close();
    }
  }

  private void register(Run run, MeterRegistry registry) {
    Tags corpus = Tags.of("corpus", run.corpus());
    Instant finished = run.finishedAt() == null ? Instant.now() : run.finishedAt();
    gauge(
        registry,
        "quotidian.run.completed",
        "1 if the last run came to its end, 0 if it failed or was stopped",
        corpus,
        run.status() == Run.Status.COMPLETED ? 1 : 0);
    gauge(
        registry,
        "quotidian.run.finished.timestamp.seconds",
        "When the last run ended, well or not",
        corpus,
        finished.toEpochMilli() / 1000.0);
    runs.lastCompleted(run.corpus())
        .map(Run::finishedAt)
        .ifPresent(
            completed ->
                gauge(
                    registry,
                    "quotidian.run.last.completed.timestamp.seconds",
                    "When a run last came to its end",
                    corpus,
                    completed.toEpochMilli() / 1000.0));
    gauge(
        registry,
        "quotidian.run.duration.seconds",
        "From the first start of the last run to its end, pauses included",
        corpus,
        Duration.between(run.startedAt(), finished).toMillis() / 1000.0);
    articles(run)
        .forEach(
            (outcome, number) ->
                gauge(
                    registry,
                    "quotidian.run.articles",
                    "Articles of the last run",
                    corpus.and("outcome", outcome),
                    number));
    steps(run, corpus, registry);
    statistics
        .rows()
        .forEach(
            (table, rows) ->
                gauge(
                    registry,
                    "quotidian.corpus.rows",
                    "Rows of the whole corpus",
                    corpus.and("table", table),
                    rows));
    for (CorpusStatistics.Failures reason : runs.failuresByReason(run.runId())) {
      gauge(
          registry,
          "quotidian.run.failures",
          "Articles that failed in the last run, by reason",
          corpus.and("stage", reason.stage(), "error", reason.error()),
          reason.articles());
    }
  }

  private static Map<String, Integer> articles(Run run) {
    Map<String, Integer> articles = new LinkedHashMap<>();
    articles.put("found", run.items());
    articles.put("unchanged", run.unchanged());
    articles.put("done", run.done());
    articles.put("failed", run.failed());
    articles.put("removed", run.removed());
    return articles;
  }

  /** A step that was cut off and begun again counts with all its starts. */
  private void steps(Run run, Tags corpus, MeterRegistry registry) {
    Map<String, List<RunStep>> byName = new LinkedHashMap<>();
    for (RunStep step : runs.steps(run.runId())) {
      byName.merge(step.name(), List.of(step), RunMetrics::joined);
    }
    byName.forEach(
        (name, starts) -> {
          Tags step = corpus.and("step", name);
          double seconds =
              starts.stream()
                      .mapToLong(start -> start.duration().map(Duration::toMillis).orElse(0L))
                      .sum()
                  / 1000.0;
          long items = starts.stream().mapToLong(RunStep::written).sum();
          gauge(
              registry,
              "quotidian.run.step.duration.seconds",
              "How long the step took in the last run",
              step,
              seconds);
          gauge(
              registry,
              "quotidian.run.step.items",
              "What the step wrote in the last run: articles, but for the steps that write files",
              step,
              items);
          gauge(
              registry,
              "quotidian.run.step.items.per.second",
              "The rate of that",
              step,
              seconds > 0 ? items / seconds : 0);
        });
  }

  private static List<RunStep> joined(List<RunStep> some, List<RunStep> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void gauge(
      MeterRegistry registry, String name, String description, Tags tags, double value) {
    Gauge.builder(name, () -> value)
        .description(description)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /** The collector may look at any moment: it sees the old file or the new one. */
  private static void write(String text, Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp"); // not *.prom: not collected
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(unfinished, text);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void push(String text, String gateway, String corpus)
      throws IOException, InterruptedException {
    URI group =
        URI.create(
            gateway.replaceAll("/+$", "")
                + "/metrics/job/quotidian/corpus/"
                + URLEncoder.encode(corpus, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(group)
            .timeout(LONGEST_PUSH)
            .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            .PUT(HttpRequest.BodyPublishers.ofString(text))
            .build();
    HttpResponse<String> response =
        HttpClient.newBuilder()
            .connectTimeout(LONGEST_PUSH)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("the push gateway answered " + response.statusCode());
    }
  }
}
