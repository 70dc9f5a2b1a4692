package org.quotidian.batch;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.model.ArticleId;
import org.quotidian.model.Version;
import org.quotidian.report.HtmlReport;
import org.quotidian.report.Summary;
import org.quotidian.report.SummaryFile;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/**
 * Writes {@code report.html}, if the job asks for it, and {@code summary.json}. If those of the
 * last run are still valid, the report is kept and the summary takes over its counts. If one cannot
 * be written, that is only a warning: the rows are done, and the next run tries again.
 */
final class ReportTasklet implements Tasklet {

  private static final Logger log = LoggerFactory.getLogger(ReportTasklet.class);

  private static final int MOST_QUOTED = 20;

  private final Run run;
  private final CorpusStatistics statistics;
  private final CorpusExport export;
  private final CorpusReport report;
  private final JobSettings settings;
  private final Runs runs;
  private final TransactionTemplate limited;
  private final StopSignal stop;
  private final Path folder;

  /**
   * @param limited a transaction with a time limit per file; it is separate because a failing query
   *     may break it
   */
  ReportTasklet(
      Run run,
      CorpusStatistics statistics,
      CorpusExport export,
      CorpusReport report,
      JobSettings settings,
      Runs runs,
      TransactionTemplate limited,
      StopSignal stop) {
    this.run = run;
    this.statistics = statistics;
    this.export = export;
    this.report = report;
    this.settings = settings;
    this.runs = runs;
    this.limited = limited;
    this.stop = stop;
    this.folder = export.folder().toAbsolutePath().normalize();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    StepExecution step = contribution.getStepExecution();
    List<String> warnings = new ArrayList<>();
    Optional<Run> last =
        runs.beforeWithSameRows(run).filter(before -> signature().equals(before.reported()));
    if (settings.report().enabled()) {
      if (last.isPresent() && Files.isRegularFile(report.file())) {
        log.info("{} is up to date", report.file());
      } else {
        attempt(
            HtmlReport.FILE_NAME, () -> report.write(run, stop::giveUpIfRequested), step, warnings);
      }
    }
    attempt(
        Summary.FILE_NAME,
        () ->
            SummaryFile.write(
                summary(Instant.now(), last.flatMap(this::summaryOf)),
                folder.resolve(Summary.FILE_NAME)),
        step,
        warnings);
    runs.reported(
        run.runId(), warnings.isEmpty() ? signature() : null, String.join("; ", warnings));
    return RepeatStatus.FINISHED;
  }

  private void attempt(String file, Runnable work, StepExecution step, List<String> warnings)
      throws JobInterruptedException {
    try {
      limited.executeWithoutResult(transaction -> work.run());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      stop.checkInterrupted(step);
      log.warn("{} was not written", file, e);
      warnings.add(
          "%s was not written; the next run tries again: %s".formatted(file, RootCause.words(e)));
    }
  }

  /** Identifies what the report and the summary depend on besides the rows. */
  private String signature() {
    return ArticleId.of(
        export.signature(), settings.report().toString(), Version.current() + run.fingerprint());
  }

  /** The summary of an earlier run; empty if it no longer exists. */
  private Optional<Summary> summaryOf(Run last) {
    try {
      return Optional.of(SummaryFile.read(folder.resolve(Summary.FILE_NAME)))
          .filter(old -> old.run() == last.runId() && old.corpus().equals(run.corpus()));
    } catch (UncheckedIOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * @param old a summary whose counts are still valid
   */
  private Summary summary(Instant now, Optional<Summary> old) {
    return new Summary(
        "Quotidian",
        Version.current(),
        run.corpus(),
        run.runId(),
        run.startedAt(),
        now,
        Duration.between(run.startedAt(), now).toMillis() / 1000.0,
        RunFigures.articles(run),
        old.map(Summary::rows).orElseGet(statistics::rows),
        old.map(Summary::duplicates).orElseGet(statistics::duplicates),
        old.map(Summary::notes).orElseGet(statistics::notes),
        old.map(Summary::languages).orElseGet(statistics::languages),
        old.map(Summary::quoteTypes).orElseGet(statistics::quoteTypes),
        old.map(Summary::failures).orElseGet(this::failures),
        old.map(Summary::mostQuoted).orElseGet(this::mostQuoted),
        files(),
        machine());
  }

  private List<Summary.FailureCount> failures() {
    return statistics.failures().stream()
        .map(f -> new Summary.FailureCount(f.stage(), f.error(), f.articles()))
        .toList();
  }

  private List<Summary.SpeakerCount> mostQuoted() {
    return statistics.mostQuoted(List.of("PERSON"), MOST_QUOTED).stream()
        .map(s -> new Summary.SpeakerCount(s.name(), s.quotes(), s.articles()))
        .toList();
  }

  private List<String> files() {
    Stream<String> reports =
        settings.report().enabled()
            ? Stream.of(Summary.FILE_NAME, HtmlReport.FILE_NAME)
            : Stream.of(Summary.FILE_NAME);
    return Stream.concat(export.files().stream(), reports)
        .map(file -> folder.resolve(file).toString())
        .toList();
  }

  private static Summary.Machine machine() {
    Runtime runtime = Runtime.getRuntime();
    return new Summary.Machine(
        host(),
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20,
        Runtime.version().toString(),
        System.getProperty("os.name"));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
