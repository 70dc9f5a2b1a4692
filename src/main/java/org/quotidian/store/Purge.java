package org.quotidian.store;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what is no longer needed: the records of old runs, and whole corpora. */
public final class Purge {

  private static final int ARTICLES_AT_ONCE = 500;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Purge(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Which of these runs are old. The newest run of each corpus, which may be continued, and the
   * newest that came to its end, which tells whether the CSV files are up to date, never are; nor
   * are those between, as they may have changed rows since.
   *
   * @param runs newest first
   * @param keep how many of each corpus to keep besides
   * @param before only runs begun earlier are old
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

  /** How many articles a corpus has, failed ones included. */
  public int articles(String corpus) {
    Integer articles =
        jdbc.queryForObject("select count(*) from ledger where corpus = ?", Integer.class, corpus);
    return articles == null ? 0 : articles;
  }

  /** Removes a run's own record and those of Spring Batch; the rows of its articles stay. */
  public void removeRun(int runId) {
    new Manifest(jdbc).forget(runId);
    new InputFiles(jdbc).forget(runId);
    transaction.executeWithoutResult(
        status -> {
          for (Long execution : executions(runId)) {
            removeExecution(execution);
          }
          jdbc.update("delete from run where run_id = ?", runId);
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

  private void removeExecution(long execution) {
    Long instance =
        jdbc.queryForObject(
            "select job_instance_id from batch_job_execution where job_execution_id = ?",
            Long.class,
            execution);
    jdbc.update(
        """
        delete from batch_step_execution_context where step_execution_id in (
          select step_execution_id from batch_step_execution where job_execution_id = ?)
        """,
        execution);
    for (String table :
        List.of(
            "batch_step_execution",
            "batch_job_execution_context",
            "batch_job_execution_params",
            "batch_job_execution")) {
      jdbc.update("delete from " + table + " where job_execution_id = ?", execution);
    }
    jdbc.update(
        """
        delete from batch_job_instance where job_instance_id = ? and not exists (
          select 1 from batch_job_execution where job_instance_id = ?)
        """,
        instance,
        instance);
  }

  /**
   * Removes everything of a corpus: rows, ledger, runs. Cut off, it goes on when called again. The
   * caller holds the {@link RunLock} of the corpus.
   */
  public void removeCorpus(String corpus) {
    jdbc.update("delete from corpus_owner where corpus = ?", corpus); // of a run that lost its lock
    ArticleStore store = new ArticleStore(jdbc);
    List<String> articles = someArticles(corpus);
    while (!articles.isEmpty()) {
      List<String> page = articles;
      transaction.executeWithoutResult(status -> store.remove(page));
      articles = someArticles(corpus);
    }
    jdbc.update("delete from short_lines where corpus = ?", corpus); // of runs that broke off
    jdbc.queryForList("select run_id from run where corpus = ?", Integer.class, corpus)
        .forEach(this::removeRun);
  }

  private List<String> someArticles(String corpus) {
    return jdbc.queryForList(
        "select article_id from ledger where corpus = ? order by corpus, article_id fetch first "
            + ARTICLES_AT_ONCE
            + " rows only",
        String.class,
        corpus);
  }
}
