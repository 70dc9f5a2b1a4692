package org.quotidian.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quotidian.job.JobSettings;
import org.quotidian.store.ArticleStore;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.InputFiles;
import org.quotidian.store.Ledger;
import org.quotidian.store.LostWrites;
import org.quotidian.store.Manifest;
import org.quotidian.store.Partitions;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * The tables that the steps of {@link ExtractionJob} read and write, and the beans that report on
 * the run.
 */
@Configuration(proxyBeanMethods = false)
class RunTables {

  @Bean
  Runs runs(JdbcClient jdbc) {
    return new Runs(jdbc);
  }

  @Bean
  Manifest manifest(JdbcTemplate jdbc) {
    return new Manifest(jdbc);
  }

  @Bean
  Ledger ledger(JdbcTemplate jdbc) {
    return new Ledger(jdbc);
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

  /** Checks after each transaction that it has reached the disk. */
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
}
