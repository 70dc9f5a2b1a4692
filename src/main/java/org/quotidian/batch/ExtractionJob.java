package org.quotidian.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.remote.RemoteWork;
import org.quotidian.batch.remote.Transport;
import org.quotidian.job.JobSettings;
import org.quotidian.language.LanguageDetector;
import org.quotidian.source.RecordCursor;
import org.quotidian.source.SourceFinder;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.CorpusRows;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.InputFiles;
import org.quotidian.store.LostWrites;
import org.quotidian.store.Manifest;
import org.quotidian.store.Partitions;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.quotidian.store.Sightings;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: discover what there is, learn which lines are repeated ({@link RepeatedLinesSteps}),
 * extract who said what from what is new, prune what is gone, mark duplicates, export the rows,
 * report. Each step can be killed at any moment and begun again.
 */
@Configuration(proxyBeanMethods = false)
class ExtractionJob {

  static final String NAME = "extraction";
  static final String CORPUS = "corpus";
  static final String RUN = "run";

  /** The job of a worker: the extract step on a part of the manifest. */
  static final String PARTITION = "partition";

  static final String PART = "part";
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String ARTICLES = "articles";
  static final String TOKEN = "token";

  private static final String EXTRACT = "extract";
  private static final int DISCOVERED_AT_ONCE = 500;
  private static final Duration LONGEST_REPORT = Duration.ofHours(3);
  private static final int FILES_AT_ONCE = 2; // the step and its figures use connections too

  @Bean
  Job extraction(
      JobRepository repository,
      JobSettings settings,
      Step discover,
      Step lines,
      Step repeated,
      Step extract,
      Step extractRemotely,
      Step prune,
      Step duplicates,
      Step export,
      Step report,
      LiveStatus status) {
    return new JobBuilder(NAME, repository)
        .listener(status)
        .start(discover)
        .next(lines)
        .next(repeated)
        .next(settings.workers().mode() == JobSettings.Mode.REMOTE ? extractRemotely : extract)
        .next(prune)
        .next(duplicates)
        .next(export)
        .next(report)
        .build();
  }

  @Bean
  Job partition(JobRepository repository, Step extract) {
    return new JobBuilder(PARTITION, repository).start(extract).build();
  }

  // discover: files → manifest

  @Bean
  Step discover(
      JobRepository repository,
      PlatformTransactionManager transactions,
      StopSignal stop,
      Progress progress,
      ItemStreamReader<Discovered> discoverReader,
      ItemWriter<Discovered> discoverWriter) {
    return new ChunkOrientedStepBuilder<Discovered, Discovered>(
            "discover", repository, DISCOVERED_AT_ONCE)
        .reader(discoverReader)
        .writer(discoverWriter)
        .transactionManager(transactions)
        .interruptionPolicy(stop)
        .listener(new ProgressOfStep(progress, step -> -1L))
        .build();
  }

  @Bean
  @StepScope
  ItemStreamReader<Discovered> discoverReader(
      @Value("#{jobParameters['run']}") Long run,
      JobSettings settings,
      Fingerprint fingerprint,
      Runs runs,
      Manifest manifest,
      InputFiles inputFiles) {
    SourceFinder finder = Inputs.finder(settings);
    Run begun = find(runs, run);
    UnchangedFiles unchanged =
        new UnchangedFiles(
            begun,
            fingerprint.basis(settings, finder.roots()),
            settings.trustsFileTimes() && !begun.fullRun(),
            runs,
            manifest,
            inputFiles);
    return new DiscoverReader(finder, unchanged, settings.effectiveTrustTimesAfter());
  }

  @Bean
  @StepScope
  ItemWriter<Discovered> discoverWriter(
      @Value("#{jobParameters['run']}") Long run,
      JobSettings settings,
      Fingerprint fingerprint,
      Manifest manifest,
      InputFiles inputFiles,
      Runs runs,
      DatabaseRoom room,
      Progress progress) {
    String basis = fingerprint.basis(settings, Inputs.finder(settings).roots());
    return new DiscoverWriter(
        find(runs, run), fingerprint, basis, manifest, inputFiles, runs, room, progress);
  }

  // extract: manifest minus ledger → article → sentences → entities → quotes → rows + ledger entry

  @Bean
  Step extract(
      JobRepository repository,
      PlatformTransactionManager transactions,
      JobSettings settings,
      StopSignal stop,
      Progress progress,
      Runs runs,
      ItemStreamReader<Future<@Nullable Extraction>> extractionReader,
      ItemWriter<Extraction> extractionWriter) {
    return new ChunkOrientedStepBuilder<Future<@Nullable Extraction>, Extraction>(
            EXTRACT, repository, settings.effectiveChunkSize())
        .reader(extractionReader)
        .processor(new AwaitProcessor<>())
        .writer(extractionWriter)
        .transactionManager(transactions)
        .interruptionPolicy(stop)
        .listener(new ProgressOfStep(progress, step -> remaining(runs, step)))
        .listener(new AfterExtract(runs, settings.limits().failures()))
        .build();
  }

  /** The same step, done by workers on other machines; a restart may go on either way. */
  @Bean
  Step extractRemotely(
      JobRepository repository,
      JobSettings settings,
      Runs runs,
      Partitions partitions,
      @Lazy Transport transport,
      RunLock lock,
      Fingerprint fingerprint,
      StopSignal stop,
      Progress progress) {
    RemoteWork work =
        new RemoteWork(settings.workers(), partitions, transport, lock, longestChunk(settings));
    RemoteStep step = new RemoteStep(EXTRACT, repository, work, runs, fingerprint, stop, progress);
    step.registerStepExecutionListener(
        new ProgressOfStep(progress, execution -> remaining(runs, execution)));
    step.registerStepExecutionListener(new AfterExtract(runs, settings.limits().failures()));
    return step;
  }

  @Bean
  @Lazy
  Transport transport(JobSettings settings, Partitions partitions) {
    return Transport.of(settings.workers(), settings.corpus(), partitions);
  }

  private static Duration longestChunk(JobSettings settings) {
    return Duration.ofSeconds((long) settings.limits().seconds() * settings.effectiveChunkSize());
  }

  @Bean
  @StepScope
  ItemStreamReader<Future<@Nullable Extraction>> extractionReader(
      @Value("#{jobParameters['run']}") Long run,
      @Value("#{jobParameters['first']}") @Nullable Long first,
      @Value("#{jobParameters['last']}") @Nullable Long last,
      JobSettings settings,
      Manifest manifest,
      Runs runs,
      StopSignal stop,
      ArticleProcessor articleProcessor) {
    RecordCursor cursor = new RecordCursor(Inputs.reading(settings), stop::isRequested);
    return new ReadAhead<>(
        PendingReader.withoutEntry(
            manifest,
            runs,
            find(runs, run),
            first == null ? 0 : first.intValue(),
            last == null ? Integer.MAX_VALUE : last.intValue(),
            cursor,
            settings.limits().failures()),
        articleProcessor::begin,
        settings.effectiveChunkSize(),
        PendingArticle::size);
  }

  @Bean
  ArticleProcessor articleProcessor(
      JobSettings settings,
      Annotators annotators,
      LanguageDetector languages,
      LimitedThreads threads,
      StopSignal stop,
      Progress progress) {
    return new ArticleProcessor(
        new SourceReading(Inputs.reader(settings), languages, settings.corpus()),
        annotators,
        threads,
        Duration.ofSeconds(settings.limits().seconds()),
        stop,
        progress);
  }

  @Bean
  @StepScope
  ItemWriter<Extraction> extractionWriter(
      @Value("#{jobParameters['run']}") Long run,
      Fingerprint fingerprint,
      ArticleStore store,
      Runs runs,
      DatabaseRoom room,
      LiveStatus status,
      Lease lease) {
    return new ExtractionWriter(find(runs, run), fingerprint, store, room, status, lease);
  }

  @Bean
  @StepScope
  Lease lease(
      @Value("#{stepExecution}") StepExecution step, Partitions partitions, JobSettings settings) {
    return PartitionLauncher.partition(step.getJobParameters())
        .<Lease>map(
            partition ->
                articles -> partitions.advance(partition, articles, settings.workers().lease()))
        .orElse(Lease.UNLIMITED);
  }

  @Bean
  LimitedThreads limitedThreads(JobSettings settings, StopSignal stop) {
    Duration limit = Duration.ofSeconds(settings.limits().seconds());
    return new LimitedThreads(settings.effectiveThreads(), limit, stop);
  }

  @Bean
  LanguageDetector languageDetector() {
    return new LanguageDetector();
  }

  // prune: rows of articles that are gone

  @Bean
  Step prune(
      JobRepository repository, PlatformTransactionManager transactions, Tasklet pruneTasklet) {
    return new StepBuilder("prune", repository).tasklet(pruneTasklet, transactions).build();
  }

  @Bean
  @StepScope
  Tasklet pruneTasklet(
      @Value("#{jobParameters['run']}") Long run,
      JobSettings settings,
      Manifest manifest,
      InputFiles inputFiles,
      ArticleStore store,
      Runs runs,
      StopSignal stop) {
    return new PruneTasklet(find(runs, run), settings, manifest, inputFiles, store, runs, stop);
  }

  // duplicates: signatures → which article has the text of which

  @Bean
  Step duplicates(
      JobRepository repository,
      PlatformTransactionManager transactions,
      Tasklet duplicatesTasklet) {
    return step("duplicates", repository, transactions, duplicatesTasklet);
  }

  @Bean
  @StepScope
  Tasklet duplicatesTasklet(
      @Value("#{jobParameters['run']}") Long run,
      JobSettings settings,
      CorpusExport export,
      JdbcTemplate jdbc,
      Runs runs,
      StopSignal stop) {
    return new DuplicatesTasklet(
        find(runs, run), settings, export, runs, new Sightings(jdbc), stop);
  }

  // export: database → CSV

  @Bean
  Step export(
      JobRepository repository, PlatformTransactionManager transactions, Tasklet exportTasklet) {
    return step("export", repository, transactions, exportTasklet);
  }

  @Bean
  @StepScope
  Tasklet exportTasklet(
      @Value("#{jobParameters['run']}") Long run,
      CorpusExport export,
      JobSettings settings,
      Runs runs,
      StopSignal stop) {
    int atOnce = Math.min(settings.effectiveThreads(), FILES_AT_ONCE);
    return new ExportTasklet(find(runs, run), export, runs, stop, atOnce);
  }

  @Bean
  CorpusExport corpusExport(JdbcClient jdbc, JobSettings settings) {
    return new CorpusExport(new CorpusRows(jdbc, settings.corpus()), settings);
  }

  // report: database → report.html, summary.json

  @Bean
  Step report(
      JobRepository repository, PlatformTransactionManager transactions, Tasklet reportTasklet) {
    return step("report", repository, transactions, reportTasklet);
  }

  @Bean
  @StepScope
  Tasklet reportTasklet(
      @Value("#{jobParameters['run']}") Long run,
      CorpusExport export,
      CorpusStatistics statistics,
      CorpusReport report,
      JobSettings settings,
      Runs runs,
      PlatformTransactionManager transactions,
      StopSignal stop) {
    TransactionTemplate limited = new TransactionTemplate(transactions);
    limited.setTimeout((int) LONGEST_REPORT.toSeconds());
    return new ReportTasklet(
        find(runs, run), statistics, export, report, settings, runs, limited, stop);
  }

  @Bean
  CorpusReport corpusReport(CorpusStatistics statistics, JdbcClient jdbc, JobSettings settings) {
    return new CorpusReport(statistics, new CorpusRows(jdbc, settings.corpus()), settings);
  }

  // the database

  @Bean
  Runs runs(JdbcClient jdbc) {
    return new Runs(jdbc);
  }

  @Bean
  Manifest manifest(JdbcTemplate jdbc) {
    return new Manifest(jdbc);
  }

  @Bean
  InputFiles inputFiles(JdbcTemplate jdbc) {
    return new InputFiles(jdbc);
  }

  @Bean
  Partitions partitions(JdbcTemplate jdbc) {
    return new Partitions(jdbc);
  }

  @Bean
  ArticleStore articleStore(JdbcTemplate jdbc) {
    return new ArticleStore(jdbc);
  }

  @Bean
  DatabaseRoom databaseRoom(JdbcTemplate jdbc, JobSettings settings) {
    return new DatabaseRoom(jdbc, BatchApplication.address(settings));
  }

  /** No transaction counts as committed that is not on disk. */
  @Bean
  TransactionExecutionListener committedOnDisk() {
    return new TransactionExecutionListener() {
      @Override
      public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        LostWrites.check();
      }
    };
  }

  @Bean
  CorpusStatistics corpusStatistics(JdbcClient jdbc, JobSettings settings) {
    return new CorpusStatistics(jdbc, settings.corpus());
  }

  @Bean
  RunMetrics runMetrics(JobSettings settings, Runs runs, CorpusStatistics statistics) {
    return new RunMetrics(settings, runs, statistics);
  }

  @Bean
  LiveStatus liveStatus(Runs runs, RunLock lock, JobSettings settings) {
    return new LiveStatus(
        runs, lock, BatchApplication.address(settings), Path.of(settings.output()));
  }

  /** A step that has its own transactions: one around all of it would be idle for hours. */
  private static Step step(
      String name,
      JobRepository repository,
      PlatformTransactionManager transactions,
      Tasklet tasklet) {
    return new StepBuilder(name, repository)
        .tasklet(tasklet, transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  static Run find(Runs runs, Long run) {
    return runs.find(run.intValue()).orElseThrow();
  }

  private static long remaining(Runs runs, StepExecution step) {
    Long run = step.getJobParameters().getLong(RUN);
    return run == null || isPartition(step) ? -1 : runs.remaining(run.intValue());
  }

  private static boolean isPartition(StepExecution step) {
    return step.getJobParameters().getLong(PART) != null;
  }

  /**
   * After every start of the extract step, however it ended, the run knows its counts, and is not
   * complete if too many articles failed. Counting takes long in a large corpus: workers leave it
   * to the process that waits for them.
   */
  private record AfterExtract(Runs runs, int failureLimit) implements StepExecutionListener {

    @Override
    public ExitStatus afterStep(StepExecution step) {
      Long run = step.getJobParameters().getLong(RUN);
      if (run == null || isPartition(step)) {
        return step.getExitStatus();
      }
      runs.extracted(run.intValue());
      int failures = runs.failures(run.intValue());
      if (failureLimit < 0
          || failures <= failureLimit
          || step.getStatus() != BatchStatus.COMPLETED) {
        return step.getExitStatus();
      }
      step.setStatus(BatchStatus.FAILED);
      step.addFailureException(new FailureLimitException(failures, failureLimit));
      return ExitStatus.FAILED;
    }
  }
}
