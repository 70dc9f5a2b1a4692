package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.RunStep;

/**
 * The state of a run, to be shown to people and programs.
 *
 * @param alive whether a process is working on it
 */
record RunStatus(Run run, boolean alive) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** The status of the run. A run that is marked as running but has no process has crashed. */
  String status() {
    return run.status() == Run.Status.RUNNING && !alive ? "CRASHED" : run.status().name();
  }

  static TextTable table(List<RunStatus> runs) {
    TextTable table =
        new TextTable(
            "run", "corpus", "status", "started", "took", "done", "unchanged", "failed", "output");
    for (RunStatus status : runs) {
      Run run = status.run;
      table.row(
          run.runId(),
          run.corpus(),
          status.status(),
          MINUTE.format(run.startedAt()),
          took(run),
          run.done(),
          run.unchanged(),
          run.failed(),
          run.output());
    }
    return table;
  }

  /** What the user should know or do about the run; empty if nothing. */
  Optional<String> advice(List<RunStep> steps) {
    return switch (status()) {
      case "CRASHED" ->
          Optional.of("Its process no longer exists; 'run' continues where it stopped.");
      case "STOPPED" -> Optional.of("It was stopped on request; 'run' continues where it stopped.");
      case "FAILED" ->
          Optional.of(
              "It failed%s: %s. Once the cause is removed, 'run' continues where it stopped. Log: %s"
                  .formatted(
                      steps.stream()
                          .filter(step -> step.status().equals("FAILED"))
                          .reduce((earlier, last) -> last)
                          .map(step -> " in step " + step.name())
                          .orElse(""),
                      run.problem(),
                      run.output() + "/" + BatchApplication.LOG_FILE));
      case "COMPLETED" -> {
        List<String> advice = new ArrayList<>();
        if (!run.warning().isEmpty()) {
          advice.add(
              "Warning: %s. Log: %s"
                  .formatted(run.warning(), run.output() + "/" + BatchApplication.LOG_FILE));
        }
        if (run.failed() > 0) {
          advice.add(
              "Articles that failed: %d; see %s/failures.csv for the reasons"
                  .formatted(run.failed(), run.output()));
        }
        yield advice.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", advice));
      }
      default -> Optional.empty();
    };
  }

  private static String took(Run run) {
    Instant finished = run.finishedAt();
    return finished == null ? "" : Durations.words(Duration.between(run.startedAt(), finished));
  }

  /** The fields of the table and some more. Times are in ISO 8601, durations in seconds. */
  Map<String, @Nullable Object> json() {
    Instant finished = run.finishedAt();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run.runId());
    json.put("corpus", run.corpus());
    json.put("status", status());
    json.put("full", run.fullRun());
    json.put("started_at", run.startedAt().toString());
    json.put("finished_at", finished == null ? null : finished.toString());
    json.put(
        "seconds", finished == null ? null : seconds(Duration.between(run.startedAt(), finished)));
    json.put("found", run.items());
    json.put("unchanged", run.unchanged());
    json.put("done", run.done());
    json.put("failed", run.failed());
    json.put("removed", run.removed());
    json.put("output", run.output());
    json.put("warning", run.warning());
    return json;
  }

  /** The run with its steps and the reasons for failures. */
  Map<String, @Nullable Object> json(
      List<RunStep> steps, List<CorpusStatistics.Failures> failures) {
    Map<String, @Nullable Object> json = json();
    json.put("advice", advice(steps).orElse(null));
    json.put("steps", steps.stream().map(RunStatus::json).toList());
    json.put(
        "failures",
        failures.stream()
            .map(
                reason ->
                    Map.of(
                        "stage", reason.stage(),
                        "error", reason.error(),
                        "articles", reason.articles()))
            .toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(RunStep step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("step", step.name());
    json.put("status", step.status());
    json.put("started_at", step.startedAt() == null ? null : step.startedAt().toString());
    json.put("seconds", step.duration().map(RunStatus::seconds).orElse(null));
    json.put("read", step.read());
    json.put("written", step.written());
    json.put("per_second", step.rate().map(rate -> Math.round(rate * 10) / 10.0).orElse(null));
    return json;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  void print(List<RunStep> steps, List<CorpusStatistics.Failures> failures, PrintWriter out) {
    out.printf("Run %d of corpus %s: %s%n", run.runId(), run.corpus(), status());
    out.printf("started    %s%n", MINUTE.format(run.startedAt()));
    out.printf("took       %s%n", took(run));
    out.printf("output     %s%n", run.output());
    out.printf(
        Locale.ROOT,
        "articles   found %,d, unchanged %,d, done %,d, failed %,d, removed %,d%s%n%n",
        run.items(),
        run.unchanged(),
        run.done(),
        run.failed(),
        run.removed(),
        run.fullRun() ? " (a full run)" : "");
    TextTable table = new TextTable("step", "status", "started", "took", "items", "a second");
    for (RunStep step : steps) {
      table.row(
          step.name(),
          step.status(),
          step.startedAt() == null ? "" : MINUTE.format(step.startedAt()),
          step.duration().map(Durations::words).orElse(""),
          step.written(),
          step.rate().map(rate -> String.format(Locale.ROOT, "%.1f", rate)).orElse(""));
    }
    table.print(out);
    if (!failures.isEmpty()) {
      out.println();
      TextTable reasons = new TextTable("failed", "stage", "error");
      failures.forEach(reason -> reasons.row(reason.articles(), reason.stage(), reason.error()));
      reasons.print(out);
    }
    advice(steps)
        .ifPresent(
            advice -> {
              out.println();
              out.println(advice);
            });
  }
}
