package org.quotidian.batch;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.quotidian.annotate.ArticleAnnotation;
import org.quotidian.batch.remote.RemoteWork;
import org.quotidian.batch.remote.Transport;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobSettings;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Article;
import org.quotidian.source.RecordCursor;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.Manifest;
import org.quotidian.store.Partitions;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step of {@link ExtractionJob} that creates the rows, either in this process or on workers on
 * other machines.
 */
@Configuration(proxyBeanMethods = false)
class ExtractSteps {

  private static final String EXTRACT = "extract";

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

  /** The same step done by workers on other machines. A restart may change between the two. */
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
      Run run,
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
            run,
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
      ArticleAnnotation annotation,
      LimitedThreads threads,
      StopSignal stop,
      Progress progress) {
    SourceReading reading =
        new SourceReading(Inputs.reader(settings), annotation, settings.corpus());
    Stages<Article, AnnotatedArticle> stages =
        Stages.of("sentences", annotation::sentences)
            .then("entities", annotation::entities)
            .then("quotes", annotation::quotes);
    Duration limit = Duration.ofSeconds(settings.limits().seconds());
    return new ArticleProcessor(reading, annotation::load, stages, threads, limit, stop, progress);
  }

  @Bean
  @StepScope
  ItemWriter<Extraction> extractionWriter(
      Run run,
      Fingerprint fingerprint,
      ArticleStore store,
      DatabaseRoom room,
      LiveStatus status,
      Lease lease) {
    return new ExtractionWriter(run, fingerprint, store, room, status, lease);
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

  private static long remaining(Runs runs, StepExecution step) {
    Long run = step.getJobParameters().getLong(ExtractionJob.RUN);
    return run == null || isPartition(step) ? -1 : runs.remaining(run.intValue());
  }

  private static boolean isPartition(StepExecution step) {
    return step.getJobParameters().getLong(ExtractionJob.PART) != null;
  }

  /**
   * After every start of the extract step, however it ended, stores the counts of the run and fails
   * the step if too many articles failed. Counting takes long in a large corpus, so workers leave
   * it to the process that waits for them.
   */
  private record AfterExtract(Runs runs, int failureLimit) implements StepExecutionListener {

    @Override
    public ExitStatus afterStep(StepExecution step) {
      Long run = step.getJobParameters().getLong(ExtractionJob.RUN);
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
