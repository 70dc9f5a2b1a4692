package org.quotidian.batch;

import java.time.Duration;
import org.quotidian.job.JobSettings;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.CorpusRows;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.InputFiles;
import org.quotidian.store.Ledger;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.quotidian.store.Sightings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of {@link ExtractionJob} after the extraction: removing rows, marking duplicates,
 * writing files.
 */
@Configuration(proxyBeanMethods = false)
class ResultSteps {

  private static final Duration LONGEST_REPORT = Duration.ofHours(3);
  // The step itself and its metrics need connections too.
  private static final int FILES_AT_ONCE = 2;

  // prune: rows of articles that are gone

  @Bean
  Step prune(
      JobRepository repository, PlatformTransactionManager transactions, Tasklet pruneTasklet) {
    return new StepBuilder("prune", repository).tasklet(pruneTasklet, transactions).build();
  }

  @Bean
  @StepScope
  Tasklet pruneTasklet(
      Run run,
      JobSettings settings,
      Ledger ledger,
      InputFiles inputFiles,
      ArticleStore store,
      Runs runs,
      StopSignal stop) {
    return new PruneTasklet(run, settings, ledger, inputFiles, store, runs, stop);
  }

  // duplicates: signatures → which article duplicates which

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
      Run run,
      JobSettings settings,
      CorpusExport export,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Runs runs,
      StopSignal stop) {
    return new DuplicatesTasklet(
        run, settings, export, runs, new Sightings(jdbc, transactions), stop);
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
      Run run, CorpusExport export, JobSettings settings, Runs runs, StopSignal stop) {
    int atOnce = Math.min(settings.effectiveThreads(), FILES_AT_ONCE);
    return new ExportTasklet(run, export, runs, stop, atOnce);
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
      Run run,
      CorpusExport export,
      CorpusStatistics statistics,
      CorpusReport report,
      JobSettings settings,
      Runs runs,
      PlatformTransactionManager transactions,
      StopSignal stop) {
    TransactionTemplate limited = new TransactionTemplate(transactions);
    limited.setTimeout((int) LONGEST_REPORT.toSeconds());
    return new ReportTasklet(run, statistics, export, report, settings, runs, limited, stop);
  }

  @Bean
  CorpusReport corpusReport(CorpusStatistics statistics, JdbcClient jdbc, JobSettings settings) {
    return new CorpusReport(statistics, new CorpusRows(jdbc, settings.corpus()), settings);
  }

  /** A step that manages its own transactions. A single one around it would be idle for hours. */
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
}
