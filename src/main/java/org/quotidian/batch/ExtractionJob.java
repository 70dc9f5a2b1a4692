package org.quotidian.batch;

import org.quotidian.job.Inputs;
import org.quotidian.job.JobSettings;
import org.quotidian.source.SourceFinder;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.InputFiles;
import org.quotidian.store.Manifest;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: discover items, find repeated lines ({@link RepeatedLinesSteps}), extract who said what
 * from new articles ({@link ExtractSteps}), prune articles that are gone, mark duplicates, export
 * the rows and report ({@link ResultSteps}). Each step can be killed at any moment and restarted.
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

  private static final int DISCOVERED_AT_ONCE = 500;

  /**
   * A scope like {@code @StepScope}, but without proxies, for beans that only step-scoped beans
   * use.
   */
  private static final String STEP = "step";

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
      SourceFinder finder, UnchangedFiles unchanged, JobSettings settings) {
    return new DiscoverReader(finder, unchanged, settings.effectiveTrustTimesAfter());
  }

  @Bean
  @StepScope
  ItemWriter<Discovered> discoverWriter(
      Run run,
      UnchangedFiles unchanged,
      Fingerprint fingerprint,
      Manifest manifest,
      InputFiles inputFiles,
      Runs runs,
      DatabaseRoom room,
      Progress progress) {
    return new DiscoverWriter(
        run, fingerprint, unchanged.basis(), manifest, inputFiles, runs, room, progress);
  }

  @Bean
  @Scope(STEP)
  SourceFinder sourceFinder(JobSettings settings) {
    return Inputs.finder(settings);
  }

  @Bean
  @Scope(STEP)
  UnchangedFiles unchangedFiles(
      Run run,
      SourceFinder finder,
      JobSettings settings,
      Fingerprint fingerprint,
      Runs runs,
      Manifest manifest,
      InputFiles inputFiles) {
    String basis = fingerprint.basis(settings, finder.roots());
    boolean trusted = settings.trustsFileTimes() && !run.fullRun();
    return new UnchangedFiles(run, basis, trusted, runs, manifest, inputFiles);
  }

  /** The run that a step works for, in its state when the step begins. */
  @Bean
  @Scope(STEP)
  Run run(@Value("#{jobParameters['run']}") Long run, Runs runs) {
    return runs.find(run.intValue()).orElseThrow();
  }
}
