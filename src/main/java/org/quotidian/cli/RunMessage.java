package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.RunResult;
import org.quotidian.job.JobSettings;
import org.quotidian.report.Summary;
import org.quotidian.report.SummaryFile;
import org.quotidian.store.Run;

/** Prints how a run ended: what was done, where the results are, who is quoted most. */
final class RunMessage {

  private static final int MOST_QUOTED = 3;

  private final JobSettings settings;
  private final PrintWriter out;
  private final PrintWriter err;

  RunMessage(JobSettings settings, PrintWriter out, PrintWriter err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  void print(RunResult result) {
    Run run = result.run();
    switch (run.status()) {
      case COMPLETED -> completed(result);
      case STOPPED ->
          err.printf(
              Locale.ROOT,
              "Run %d of corpus %s was stopped after %,d of %,d articles; the same command"
                  + " continues.%n",
              run.runId(),
              run.corpus(),
              run.done() + run.failed(),
              run.pending());
      default -> failed(result);
    }
  }

  private void completed(RunResult result) {
    Run run = result.run();
    if (run.items() == 0) {
      out.println("No articles found in " + String.join(", ", settings.input()) + ".");
    } else if (result.nothingToDo()) {
      out.printf(
          Locale.ROOT,
          "Nothing to do: no articles are new or changed in corpus %2$s (articles: %1$,d).%n",
          run.items(),
          run.corpus());
    } else {
      Instant finished = Objects.requireNonNullElseGet(run.finishedAt(), Instant::now);
      out.printf(
          Locale.ROOT,
          "Run %d of corpus %s%s: articles done %,d, failed %,d, unchanged %,d%s, in %s.%n",
          run.runId(),
          run.corpus(),
          result.continued() ? " (continued)" : "",
          run.done(),
          run.failed(),
          run.unchanged(),
          run.removed() > 0 ? String.format(Locale.ROOT, ", removed %,d", run.removed()) : "",
          Durations.words(Duration.between(run.startedAt(), finished)));
    }
    Path folder = Path.of(settings.output());
    if (run.reported() != null) { // otherwise the summary is from another run
      printSummary(SummaryFile.read(folder.resolve(Summary.FILE_NAME)), folder);
    }
    out.flush();
    if (!run.warning().isEmpty()) {
      err.printf(
          "Warning: %s%nLog: %s%n", run.warning(), folder.resolve(BatchApplication.LOG_FILE));
    }
    if (run.failed() > 0) {
      err.printf(
          Locale.ROOT,
          "Articles that failed: %,d; see %s for the reasons%s%n",
          run.failed(),
          folder.resolve("failures.csv"),
          settings.tellFailures() ? " (exit code 3 because of tell-failures)" : "");
    }
  }

  private void printSummary(Summary summary, Path folder) {
    printMostQuoted(summary.mostQuoted());
    if (summary.duplicates() > 0) {
      out.printf(
          Locale.ROOT,
          "Duplicates: %,d (duplicate_of in articles.csv), %s.%n",
          summary.duplicates(),
          settings.duplicates() == JobSettings.Duplicates.SKIP
              ? "not included in the other files"
              : "included in all files");
    }
    if (summary.notes() > 0) {
      out.printf(
          Locale.ROOT,
          "Damaged or unclear: %,d (notes in articles.csv), included in all files.%n",
          summary.notes());
    }
    out.println("Output:");
    for (String written : summary.files()) {
      String name = Path.of(written).getFileName().toString();
      Integer rows = name.endsWith(".csv") ? summary.rows().get(name.replace(".csv", "")) : null;
      Path file = folder.resolve(name);
      out.println(
          rows == null
              ? "  " + file
              : String.format(Locale.ROOT, "  %-40s  rows: %,d", file, rows));
    }
  }

  private void printMostQuoted(List<Summary.SpeakerCount> speakers) {
    if (!speakers.isEmpty()) {
      out.println(
          "Most quoted: "
              + speakers.stream()
                  .limit(MOST_QUOTED)
                  .map(speaker -> speaker.name() + " (" + speaker.quotes() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }

  private void failed(RunResult result) {
    Run run = result.run();
    err.printf(
        Locale.ROOT,
        "Run %d of corpus %s failed after %,d of %,d articles:%n",
        run.runId(),
        run.corpus(),
        run.done() + run.failed(),
        run.pending());
    result.errors().forEach(error -> err.println("  " + error));
    FullDisk.of(settings)
        .filter(full -> !result.errors().contains(full))
        .ifPresent(full -> err.println("  " + full));
    err.println("Once the cause is removed, the same command continues.");
    err.println("Log: " + Path.of(settings.output(), BatchApplication.LOG_FILE));
  }
}
