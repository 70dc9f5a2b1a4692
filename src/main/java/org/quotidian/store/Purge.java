package org.quotidian.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes records of old runs, and whole corpora. */
public final class Purge {

  private static final int ARTICLES_AT_ONCE = 500;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final JobRepository repository;
  private final Ledger ledger;
  private final Runs runs;

  Purge(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.repository = repository(dataSource, transactions);
    this.ledger = new Ledger(jdbc);
    this.runs = new Runs(JdbcClient.create(jdbc));
  }

  private static JobRepository repository(
      DataSource dataSource, PlatformTransactionManager transactions) {
    try {
      var factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(dataSource);
      factory.setTransactionManager(transactions);
      factory.afterPropertiesSet();
      return factory.getObject();
    } catch (Exception e) {
      throw new StoreException("cannot use the records of runs: " + e.getMessage(), e);
    }
  }

  /**
   * Which of these runs are old. Never included are the newest run of each corpus, which may be
   * continued, and the newest completed one, which shows whether the CSV files are up to date; nor
   * those in between, because they may have changed rows.
   *
   * @param runs newest first
   * @param keep how many more of each corpus to keep
   * @param before only runs that began earlier are old
   */
  public static List<Run> old(List<Run> runs, int keep, Instant before) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> everCompleted =
        runs.stream()
            .filter(run -> run.status() == Run.Status.COMPLETED)
            .map(Run::corpus)
            .collect(toSet());
    Set<String> completed = new HashSet<>();
    List<Run> old = new ArrayList<>();
    for (Run run : runs) {
      int newer = seen.merge(run.corpus(), 1, Integer::sum) - 1;
      boolean sinceNewestCompleted =
          everCompleted.contains(run.corpus()) && !completed.contains(run.corpus());
      if (run.status() == Run.Status.COMPLETED) {
        completed.add(run.corpus());
      }
      if (newer > 0 && newer >= keep && !sinceNewestCompleted && run.startedAt().isBefore(before)) {
        old.add(run);
      }
    }
    return old;
  }

  /** The number of articles in a corpus, including failed ones. */
  public int articles(String corpus) {
    return ledger.articles(corpus);
  }

  /** Removes the records of a run and those of Spring Batch. The rows of its articles stay. */
  public void removeRun(int runId) {
    new Manifest(jdbc).forget(runId);
    new InputFiles(jdbc).forget(runId);
    transaction.executeWithoutResult(
        status -> {
          executions(runId).forEach(this::removeExecution);
          runs.remove(runId);
        });
  }

  private List<Long> executions(int runId) {
    return jdbc.queryForList(
        """
        select job_execution_id from batch_job_execution_params
        where parameter_name = 'run' and parameter_value = ?
        """,
        Long.class,
        String.valueOf(runId));
  }

  private void removeExecution(long number) {
    JobExecution execution = requireNonNull(repository.getJobExecution(number));
    repository.deleteJobExecution(execution);
    if (repository.getJobExecutions(execution.getJobInstance()).isEmpty()) {
      repository.deleteJobInstance(execution.getJobInstance());
    }
  }

  /**
   * Removes everything of a corpus: rows, ledger, runs. If it is interrupted, it can be called
   * again. The caller holds the {@link RunLock} of the corpus.
   */
  public void removeCorpus(String corpus) {
    jdbc.update("delete from corpus_owner where corpus = ?", corpus); // of a run that lost its lock
    ArticleStore store = new ArticleStore(jdbc);
    List<String> articles = ledger.first(corpus, ARTICLES_AT_ONCE);
    while (!articles.isEmpty()) {
      List<String> page = articles;
      transaction.executeWithoutResult(status -> store.remove(page));
      articles = ledger.first(corpus, ARTICLES_AT_ONCE);
    }
    jdbc.update("delete from short_lines where corpus = ?", corpus); // of runs that did not finish
    runs.of(corpus).forEach(this::removeRun);
  }
}
