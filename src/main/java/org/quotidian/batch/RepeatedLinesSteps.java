package org.quotidian.batch;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.Inputs;
import org.quotidian.job.JobSettings;
import org.quotidian.source.RecordCursor;
import org.quotidian.source.RepeatedLines;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.LineStore;
import org.quotidian.store.LineStore.Lines;
import org.quotidian.store.Manifest;
import org.quotidian.store.Run;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps of {@link ExtractionJob} that find lines that occur in many articles of the corpus. The
 * rows depend on them, so they must be known before the first article is processed. They cannot be
 * taken from the rows, so new articles are read twice.
 */
@Configuration(proxyBeanMethods = false)
class RepeatedLinesSteps {

  private static final int READ_AT_ONCE = 500;

  // lines: manifest → short lines of each new or changed article

  @Bean
  Step lines(
      JobRepository repository,
      PlatformTransactionManager transactions,
      StopSignal stop,
      Progress progress,
      ItemStreamReader<Future<@Nullable Lines>> linesReader,
      ItemWriter<Lines> linesWriter) {
    return new ChunkOrientedStepBuilder<Future<@Nullable Lines>, Lines>(
            "lines", repository, READ_AT_ONCE)
        .reader(linesReader)
        .processor(new AwaitProcessor<>())
        .writer(linesWriter)
        .transactionManager(transactions)
        .interruptionPolicy(stop)
        .listener(new ProgressOfStep(progress, step -> -1L))
        .build();
  }

  @Bean
  @StepScope
  ItemStreamReader<Future<@Nullable Lines>> linesReader(
      Run run,
      JobSettings settings,
      Manifest manifest,
      Fingerprint fingerprint,
      LimitedThreads threads,
      StopSignal stop,
      Progress progress) {
    RecordCursor cursor = new RecordCursor(Inputs.reading(settings), stop::isRequested);
    LinesReading reading =
        new LinesReading(Inputs.reader(settings), run.corpus(), threads, stop, progress);
    return new ReadAhead<>(
        Inputs.repeatedLines(settings).allow(run.items())
            ? PendingReader.withoutLines(manifest, run, fingerprint, cursor)
            : PendingReader.none(cursor),
        reading::begin,
        READ_AT_ONCE,
        PendingArticle::size);
  }

  @Bean
  @StepScope
  ItemWriter<Lines> linesWriter(
      @Value("#{jobParameters['corpus']}") String corpus,
      Fingerprint fingerprint,
      LineStore lines,
      DatabaseRoom room) {
    return chunk -> {
      room.make(
          chunk.getItems().stream().mapToLong(item -> 500 + 2L * item.lines().length()).sum());
      lines.write(corpus, fingerprint.failed(), chunk.getItems());
    };
  }

  // repeated: short lines → those in each article that many articles have

  @Bean
  Step repeated(
      JobRepository repository, PlatformTransactionManager transactions, Tasklet repeatedTasklet) {
    return new StepBuilder("repeated", repository).tasklet(repeatedTasklet, transactions).build();
  }

  @Bean
  @StepScope
  Tasklet repeatedTasklet(
      Run run, JobSettings settings, Fingerprint fingerprint, LineStore lines, Manifest manifest) {
    RepeatedLines.Limits limits = Inputs.repeatedLines(settings);
    return new RepeatedLinesTasklet(run, limits, fingerprint.failed(), lines, manifest);
  }

  @Bean
  LineStore lineStore(JdbcTemplate jdbc) {
    return new LineStore(jdbc);
  }
}
