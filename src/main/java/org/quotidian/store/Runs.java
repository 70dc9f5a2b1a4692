package org.quotidian.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The runs of every corpus in this database. */
public final class Runs {

  private static final RowMapper<Run> RUN = (row, number) -> run(row);

  private static final int LONGEST_PROBLEM = 4000;

  private final JdbcClient jdbc;

  public Runs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new run, with status RUNNING. */
  public Run begin(
      String corpus, boolean fullRun, String fingerprint, String scope, String output) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into run (corpus, status, full_run, fingerprint, scope, output, started_at)
            values (:corpus, 'RUNNING', :full, :fingerprint, :scope, :output, :now)
            """)
        .param("corpus", corpus)
        .param("full", fullRun)
        .param("fingerprint", fingerprint)
        .param("scope", scope)
        .param("output", output)
        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
        .update(key, "run_id");
    Number runId = key.getKey();
    if (runId == null) {
      throw new IllegalStateException("the database gave the run no number");
    }
    return find(runId.intValue()).orElseThrow();
  }

  public Optional<Run> find(int runId) {
    return jdbc.sql("select * from run where run_id = ?").param(runId).query(RUN).optional();
  }

  /** A run with the counts of its ledger: of one at work, {@link #find} knows none yet. */
  public Optional<Run> soFar(int runId) {
    return jdbc.sql(
            """
            select r.*,
              (select count(*) from ledger where run_id = :run and status = 'DONE') as done_so_far,
              (select count(*) from ledger where run_id = :run and status = 'FAILED')
                as failed_so_far
            from run r where r.run_id = :run
            """)
        .param("run", runId)
        .query((row, number) -> run(row, row.getInt("done_so_far"), row.getInt("failed_so_far")))
        .optional();
  }

  /** The newest run of a corpus. */
  public Optional<Run> last(String corpus) {
    return jdbc.sql("select * from run where corpus = ? order by run_id desc fetch first row only")
        .param(corpus)
        .query(RUN)
        .optional();
  }

  /** The newest run of a corpus that came to its end. */
  public Optional<Run> lastCompleted(String corpus) {
    return jdbc.sql(
            """
            select * from run where corpus = ? and status = 'COMPLETED'
            order by run_id desc fetch first row only
            """)
        .param(corpus)
        .query(RUN)
        .optional();
  }

  /** The run of the same corpus before a run, however it ended. */
  public Optional<Run> before(Run run) {
    return jdbc.sql(
            """
            select * from run where corpus = ? and run_id < ?
            order by run_id desc fetch first row only
            """)
        .params(run.corpus(), run.runId())
        .query(RUN)
        .optional();
  }

  /**
   * The run before, if it came to its end and {@code run} changed no row since: what that one left
   * behind need not be made again.
   */
  public Optional<Run> beforeWithSameRows(Run run) {
    return run.pending() > 0 || run.removed() > 0
        ? Optional.empty()
        : before(run).filter(last -> last.status() == Run.Status.COMPLETED); // or rows may lack
  }

  /** The newest runs of all corpora, newest first. */
  public List<Run> latest(int most) {
    return jdbc.sql("select * from run order by run_id desc fetch first " + most + " rows only")
        .query(RUN)
        .list();
  }

  /** Every start of every step of a run, in order. */
  public List<RunStep> steps(int runId) {
    return jdbc.sql(
            """
            select s.step_name, s.status, s.start_time, s.end_time, s.read_count, s.write_count
            from batch_step_execution s
            join batch_job_execution_params p on p.job_execution_id = s.job_execution_id
            where p.parameter_name = 'run' and p.parameter_value = ?
            order by s.step_execution_id
            """)
        .param(String.valueOf(runId))
        .query(
            (row, number) ->
                new RunStep(
                    row.getString("step_name"),
                    row.getString("status"),
                    instant(row.getTimestamp("start_time")),
                    instant(row.getTimestamp("end_time")),
                    row.getLong("read_count"),
                    row.getLong("write_count")))
        .list();
  }

  /** Articles that failed in this run and have not been worked on since, by reason, most first. */
  public List<CorpusStatistics.Failures> failuresByReason(int runId) {
    return jdbc.sql(
            """
            select stage, error, count(*) as articles from ledger
            where run_id = ? and status = 'FAILED'
            group by stage, error order by count(*) desc, stage, error
            """)
        .param(runId)
        .query(
            (row, number) ->
                new CorpusStatistics.Failures(
                    row.getString("stage"), row.getString("error"), row.getInt("articles")))
        .list();
  }

  public void status(int runId, Run.Status status) {
    status(runId, status, "");
  }

  /**
   * @param problem why it failed, in words; empty if it did not
   */
  public void status(int runId, Run.Status status, String problem) {
    jdbc.sql(
            """
            update run set status = :status, finished_at = :finished, problem = :problem
            where run_id = :run
            """)
        .param("status", status.name())
        .param("problem", shortened(problem))
        .param("finished", status == Run.Status.RUNNING ? null : OffsetDateTime.now(ZoneOffset.UTC))
        .param("run", runId)
        .update();
  }

  public void discovered(int runId, int items, int pending) {
    jdbc.sql("update run set items = :items, pending = :pending where run_id = :run")
        .param("items", items)
        .param("pending", pending)
        .param("run", runId)
        .update();
  }

  /** Counts what the ledger says of this run. */
  public void extracted(int runId) {
    jdbc.sql(
            """
            update run set
              done = (select count(*) from ledger l where l.run_id = :run and l.status = 'DONE'),
              failed = (select count(*) from ledger l where l.run_id = :run and l.status = 'FAILED')
            where run_id = :run
            """)
        .param("run", runId)
        .update();
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
    return jdbc.sql("select count(*) from ledger where run_id = ? and status = 'FAILED'")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  public void removed(int runId, int removed) {
    jdbc.sql("update run set removed = removed + :removed where run_id = :run")
        .param("removed", removed)
        .param("run", runId)
        .update();
  }

  public void exported(int runId, String exported) {
    jdbc.sql("update run set exported = :exported where run_id = :run")
        .param("exported", exported)
        .param("run", runId)
        .update();
  }

  /**
   * @param reported null if the report could not be made, of which {@code warning} tells
   * @param warning empty if nothing is wrong
   */
  public void reported(int runId, @Nullable String reported, String warning) {
    jdbc.sql("update run set reported = :reported, warning = :warning where run_id = :run")
        .param("reported", reported)
        .param("warning", shortened(warning))
        .param("run", runId)
        .update();
  }

  /** Adds to what went wrong beside the rows. */
  public void warn(Run run, String warning) {
    String all = run.warning().isEmpty() ? warning : run.warning() + "; " + warning;
    jdbc.sql("update run set warning = :warning where run_id = :run")
        .param("warning", shortened(all))
        .param("run", run.runId())
        .update();
  }

  private static String shortened(String words) {
    String clean = words.replace('\0', ' '); // which PostgreSQL does not hold
    return clean.length() > LONGEST_PROBLEM ? clean.substring(0, LONGEST_PROBLEM) : clean;
  }

  private static Run run(ResultSet row) throws SQLException {
    return run(row, row.getInt("done"), row.getInt("failed"));
  }

  private static Run run(ResultSet row, int done, int failed) throws SQLException {
    return new Run(
        row.getInt("run_id"),
        row.getString("corpus"),
        Run.Status.valueOf(row.getString("status")),
        row.getBoolean("full_run"),
        row.getString("fingerprint"),
        row.getString("scope"),
        row.getString("output"),
        row.getString("exported"),
        row.getString("reported"),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")),
        row.getInt("items"),
        row.getInt("pending"),
        done,
        failed,
        row.getInt("removed"),
        row.getString("problem"),
        row.getString("warning"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
