package org.quotidian.batch;

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
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: discover what there is, learn which lines are repeated ({@link RepeatedLinesSteps}),
 * extract who said what from what is new ({@link ExtractSteps}), prune what is gone, mark
 * duplicates, export the rows, report ({@link ResultSteps}). Each step can be killed at any moment
 * and begun again.
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

  static Run find(Runs runs, Long run) {
    return runs.find(run.intValue()).orElseThrow();
  }
}
