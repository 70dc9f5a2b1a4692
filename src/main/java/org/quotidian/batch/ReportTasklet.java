package org.quotidian.batch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.quotidian.job.JobSettings;
import org.quotidian.report.HtmlReport;
import org.quotidian.report.Summary;
import org.quotidian.report.SummaryFile;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.Run;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes {@code report.html}, if the job wants one, and {@code summary.json}. */
final class ReportTasklet implements Tasklet {

  private static final int MOST_QUOTED = 20;

  private final Run run;
  private final CorpusStatistics statistics;
  private final CorpusExport export;
  private final CorpusReport report;
  private final JobSettings settings;
  private final StopSignal stop;
  private final Path folder;

  ReportTasklet(
      Run run,
      CorpusStatistics statistics,
      CorpusExport export,
      CorpusReport report,
      JobSettings settings,
      StopSignal stop) {
    this.run = run;
    this.statistics = statistics;
    this.export = export;
    this.report = report;
    this.settings = settings;
    this.stop = stop;
    this.folder = export.folder().toAbsolutePath().normalize();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws JobInterruptedException {
    if (settings.report().enabled()) {
      try {
        report.write(run, stop::giveUpIfRequested);
      } catch (CancellationException e) {
        stop.checkInterrupted(contribution.getStepExecution());
      }
    }
    SummaryFile.write(summary(Instant.now()), folder.resolve(Summary.FILE_NAME));
    return RepeatStatus.FINISHED;
  }

  private Summary summary(Instant now) {
    return new Summary(
        "Quotidian",
        Version.current(),
        run.corpus(),
        run.runId(),
        run.startedAt(),
        now,
        Duration.between(run.startedAt(), now).toMillis() / 1000.0,
        articles(),
        statistics.rows(),
        statistics.duplicates(),
        statistics.languages(),
        statistics.quoteTypes(),
        statistics.failures().stream()
            .map(f -> new Summary.FailureCount(f.stage(), f.error(), f.articles()))
            .toList(),
        statistics.mostQuoted(List.of("PERSON"), MOST_QUOTED).stream()
            .map(s -> new Summary.SpeakerCount(s.name(), s.quotes(), s.articles()))
            .toList(),
        files(),
        machine());
  }

  private Map<String, Integer> articles() {
    Map<String, Integer> articles = new LinkedHashMap<>();
    articles.put("found", run.items());
    articles.put("unchanged", run.unchanged());
    articles.put("done", run.done());
    articles.put("failed", run.failed());
    articles.put("removed", run.removed());
    return articles;
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
