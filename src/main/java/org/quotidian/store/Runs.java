package org.quotidian.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The runs of every corpus in this database. */
public final class Runs {

  private static final int LONGEST_PROBLEM = 4000;

  private final JdbcClient jdbc;

  public Runs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a new run, with status RUNNING. */
  public Run begin(
      String corpus, boolean fullRun, String fingerprint, String scope, String output) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into run (corpus, status, full_run, fingerprint, scope, output, started_at)
            values (?, 'RUNNING', ?, ?, ?, ?, ?)
            """)
        .params(corpus, fullRun, fingerprint, scope, output, OffsetDateTime.now(ZoneOffset.UTC))
        .update(key, "run_id");
    Number runId = key.getKey();
    if (runId == null) {
      throw new IllegalStateException("the database gave the run no number");
    }
    return find(runId.intValue()).orElseThrow();
  }

  public Optional<Run> find(int runId) {
    return first("run_id = ?", runId);
  }

  /** A run with counts taken from the ledger, for a running one whose counts are not stored yet. */
  public Optional<Run> soFar(int runId) {
    return find(runId).map(run -> run.with(count(runId, "DONE"), failures(runId)));
  }

  /** The newest run of a corpus. */
  public Optional<Run> last(String corpus) {
    return first("corpus = ?", corpus);
  }

  /** The newest completed run of a corpus. */
  public Optional<Run> lastCompleted(String corpus) {
    return first("corpus = ? and status = 'COMPLETED'", corpus);
  }

  /** The run of the same corpus before a run, however it ended. */
  public Optional<Run> before(Run run) {
    return first("corpus = ? and run_id < ?", run.corpus(), run.runId());
  }

  private Optional<Run> first(String condition, Object... parameters) {
    return jdbc.sql(
            "select * from run where %s order by run_id desc fetch first row only"
                .formatted(condition))
        .params(parameters)
        .query(Run.class)
        .optional();
  }

  /**
   * The run before, if it completed and {@code run} has changed no row since. Then its results need
   * not be written again.
   */
  public Optional<Run> beforeWithSameRows(Run run) {
    return run.pending() > 0 || run.removed() > 0
        ? Optional.empty()
        // Otherwise rows may be missing.
        : before(run).filter(last -> last.status() == Run.Status.COMPLETED);
  }

  /** The newest runs of all corpora, newest first. */
  public List<Run> latest(int most) {
    return jdbc.sql("select * from run order by run_id desc fetch first " + most + " rows only")
        .query(Run.class)
        .list();
  }

  /** Every start of every step of a run, in order. */
  public List<RunStep> steps(int runId) {
    return jdbc.sql(
            """
            select s.step_name as name, s.status, s.start_time as started_at,
              s.end_time as finished_at, s.read_count as "read", s.write_count as written
            from batch_step_execution s
            join batch_job_execution_params p on p.job_execution_id = s.job_execution_id
            where p.parameter_name = 'run' and p.parameter_value = ?
            order by s.step_execution_id
            """)
        .param(String.valueOf(runId))
        .query(RunStep.class)
        .list();
  }

  /**
   * Articles that failed in this run and have not been processed since, by reason, the most
   * frequent first.
   */
  public List<CorpusStatistics.Failures> failuresByReason(int runId) {
    return jdbc.sql(
            """
            select stage, error, count(*) as articles from ledger
            where run_id = ? and status = 'FAILED'
            group by stage, error order by count(*) desc, stage, error
            """)
        .param(runId)
        .query(CorpusStatistics.Failures.class)
        .list();
  }

  public void status(int runId, Run.Status status) {
    status(runId, status, "");
  }

  /**
   * @param problem why it failed; empty if it did not
   */
  public void status(int runId, Run.Status status, String problem) {
    set(
        runId,
        "status = ?, finished_at = ?, problem = ?",
        status.name(),
        status == Run.Status.RUNNING ? null : OffsetDateTime.now(ZoneOffset.UTC),
        ShortText.of(problem, LONGEST_PROBLEM));
  }

  public void discovered(int runId, int items, int pending) {
    set(runId, "items = ?, pending = ?", items, pending);
  }

  /** Stores the number of pending items in the manifest. */
  void countPending(int runId) {
    set(
        runId,
        "pending = (select count(*) from manifest m where m.run_id = run.run_id and m.pending)");
  }

  /** Stores the counts of this run from the ledger. */
  public void extracted(int runId) {
    set(
        runId,
        """
        done = (select count(*) from ledger l where l.run_id = run.run_id and l.status = 'DONE'),
        failed = (select count(*) from ledger l where l.run_id = run.run_id and l.status = 'FAILED')
        """);
  }

  /** How many pending items of this run have no ledger entry yet. */
  public long remaining(int runId) {
    return jdbc.sql(
            """
            select count(*) from manifest m where m.run_id = :run and m.pending and not exists (
              select 1 from ledger l where l.article_id = m.article_id and l.run_id = :run)
            """)
        .param("run", runId)
        .query(Long.class)
        .single();
  }

  /** How many articles failed in this run so far. */
  public int failures(int runId) {
    return count(runId, "FAILED");
  }

  private int count(int runId, String status) {
    return jdbc.sql("select count(*) from ledger where run_id = ? and status = ?")
        .params(runId, status)
        .query(Integer.class)
        .single();
  }

  public void removed(int runId, int removed) {
    set(runId, "removed = removed + ?", removed);
  }

  public void exported(int runId, String exported) {
    set(runId, "exported = ?", exported);
  }

  /**
   * @param reported null if the report could not be written, in which case {@code warning} says why
   * @param warning empty if nothing is wrong
   */
  public void reported(int runId, @Nullable String reported, String warning) {
    set(runId, "reported = ?, warning = ?", reported, ShortText.of(warning, LONGEST_PROBLEM));
  }

  /** Adds a warning to those of the run. */
  public void warn(Run run, String warning) {
    String all = run.warning().isEmpty() ? warning : run.warning() + "; " + warning;
    set(run.runId(), "warning = ?", ShortText.of(all, LONGEST_PROBLEM));
  }

  private void set(int runId, String columns, @Nullable Object... values) {
    jdbc.sql("update run set " + columns + " where run_id = ?")
        .params(Stream.concat(Arrays.stream(values), Stream.of(runId)).toList())
        .update();
  }

  /** The runs of a corpus. */
  List<Integer> of(String corpus) {
    return jdbc.sql("select run_id from run where corpus = ? order by run_id")
        .param(corpus)
        .query(Integer.class)
        .list();
  }

  /** Removes only the record of the run. */
  void remove(int runId) {
    jdbc.sql("delete from run where run_id = ?").param(runId).update();
  }
}
