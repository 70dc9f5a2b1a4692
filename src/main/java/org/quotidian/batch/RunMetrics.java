package org.quotidian.batch;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import org.quotidian.job.Login;
import org.quotidian.source.FileNames;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the metrics of a run, regularly while it is running and once when it has ended, to the
 * places in the job's settings: a file for the textfile collector of node_exporter, a push gateway,
 * an OTLP collector. A failure does not affect the run.
 */
final class RunMetrics {

  private static final Logger log = LoggerFactory.getLogger(RunMetrics.class);
  private static final Duration LONGEST_PUSH = Duration.ofSeconds(10);

  private final JobSettings.Metrics settings;
  private final Runs runs;
  private final RunFigures figures;

  RunMetrics(JobSettings settings, Runs runs, CorpusStatistics statistics) {
    this.settings = settings.metrics();
    this.runs = runs;
    this.figures = new RunFigures(runs, statistics);
  }

  /** Sends metrics of a run until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Sends metrics of a run at regular intervals from now on, on its own thread. */
  Watch watch(int runId) {
    if (!settings.isAnywhere()) {
      return () -> {};
    }
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "metrics");
              thread.setDaemon(true);
              return thread;
            });
    long interval = settings.interval().toMillis();
    clock.scheduleWithFixedDelay(() -> tellSoFar(runId), interval, interval, TimeUnit.MILLISECONDS);
    return () -> stop(clock);
  }

  /** Waits for a transfer in progress, so that it does not overwrite later metrics. */
  private static void stop(ScheduledExecutorService clock) {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(2 * LONGEST_PUSH.toSeconds(), TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void tellSoFar(int runId) {
    try {
      runs.soFar(runId).ifPresent(this::tell);
    } catch (RuntimeException e) {
      warn(runId, e);
    }
  }

  /**
   * Sends the metrics of a run in its current state.
   *
   * @return the reason if that was not possible; else empty
   */
  Optional<String> tell(Run run) {
    if (!settings.isAnywhere()) {
      return Optional.empty();
    }
    try {
      if (!settings.file().isEmpty() || !settings.pushGateway().isEmpty()) {
        tellPrometheus(run);
      }
      if (!settings.otlp().isEmpty()) {
        tellOtlp(run);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(warn(run.runId(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String warn(int runId, Exception e) {
    log.warn("the metrics of run {} could not be sent: {}", runId, e.toString());
    return "the metrics could not be sent: " + RootCause.words(e);
  }

  private void tellPrometheus(Run run) throws IOException, InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try {
      figures.register(run, Instant.now(), registry);
      String text = registry.scrape();
      if (!settings.file().isEmpty()) {
        write(text, settings.file());
      }
      if (!settings.pushGateway().isEmpty()) {
        push(text, settings.pushGateway(), run.corpus());
      }
    } finally {
      registry.close();
    }
  }

  /** Uses a new registry, which sends its contents once when it is closed. */
  private void tellOtlp(Run run) throws IOException {
    OtlpMetricsSender http = new OtlpHttpMetricsSender(new HttpUrlConnectionSender());
    AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
    OtlpMeterRegistry registry =
        OtlpMeterRegistry.builder(new Otlp(Login.of(settings.otlp())))
            .clock(Clock.SYSTEM)
            .metricsSender(
                request -> {
                  try {
                    http.send(request);
                  } catch (Exception e) { // the registry would only log it
                    refusal.set(e);
                  }
                })
            .build();
    try {
      figures.register(run, Instant.now(), registry);
    } finally {
      registry.close();
    }
    Exception refused = refusal.get();
    if (refused != null) {
      throw new IOException("the OTLP collector: " + refused);
    }
  }

  private static Map<String, String> authorization(Login login) {
    if (login.user().isEmpty()) {
      return Map.of();
    }
    byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  /**
   * The connection to an OTLP collector. Other settings, such as headers, come from OpenTelemetry's
   * own environment variables.
   */
  private record Otlp(Login login) implements OtlpConfig {

    @Override
    public String url() {
      return login.url(); // without the password, because the registry repeats it in its warnings
    }

    @Override
    public Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>(OtlpConfig.super.headers());
      headers.putAll(authorization(login));
      return headers;
    }

    @Override
    public @Nullable String get(String key) {
      return null;
    }

    @Override
    public Duration step() {
      return Duration.ofDays(1);
    }

    @Override
    public Map<String, String> resourceAttributes() {
      Map<String, String> attributes = OtlpConfig.super.resourceAttributes();
      attributes.putIfAbsent("service.name", "quotidian");
      return attributes;
    }
  }

  /** Replaces the file atomically, because the collector may read it at any moment. */
  private static void write(String text, String name) throws IOException {
    Path file = FileNames.resolve(Path.of(""), name);
    // Not *.prom, so that it is not collected.
    Path unfinished = FileNames.resolve(Path.of(""), name + ".tmp");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(unfinished, text);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void push(String text, String gateway, String corpus)
      throws IOException, InterruptedException {
    Login login = Login.of(gateway);
    URI group =
        URI.create(
            login.url().replaceAll("/+$", "")
                + "/metrics/job/quotidian/corpus/"
                + URLEncoder.encode(corpus, StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(group)
            .timeout(LONGEST_PUSH)
            .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            .PUT(HttpRequest.BodyPublishers.ofString(text));
    authorization(login).forEach(request::header);
    HttpResponse<String> response =
        HttpClient.newBuilder()
            .connectTimeout(LONGEST_PUSH)
            .build()
            .send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("the push gateway answered " + response.statusCode());
    }
  }
}
