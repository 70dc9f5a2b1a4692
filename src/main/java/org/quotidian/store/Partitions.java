package org.quotidian.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assigns parts of a run's manifest to workers; PostgreSQL only. A worker holds a partition by a
 * lease that it renews. With each claim, the partition gets a new token. A chunk commits only if
 * the partition still has the worker's token, which is checked in the chunk's transaction: a worker
 * that wakes up after its lease has expired can write nothing. All times are the database's.
 */
public final class Partitions {

  /**
   * A partition that is aborted this often without finishing a chunk is given up: something in it
   * kills its workers.
   */
  private static final int MOST_ATTEMPTS = 10;

  private static final int LONGEST_MESSAGE = 4000;

  /**
   * The cost of reading, language detection and storing per article, expressed in bytes of article.
   */
  private static final int BYTES_A_RECORD = 500;

  private static final String GIVEN_BACK =
      "case when attempts < " + MOST_ATTEMPTS + " then 'WAITING' else 'FAILED' end";

  private static final String RUN_OUT = "status = 'RUNNING' and lease_until < clock_timestamp()";

  private final JdbcClient jdbc;

  public Partitions(JdbcTemplate jdbcTemplate) {
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * Divides the remaining work of a run into about {@code number} partitions of equal size in
   * bytes.
   *
   * @param fingerprint that workers must have
   * @return the partitions' numbers
   */
  public List<Integer> cut(Run run, int number, String fingerprint) {
    jdbc.sql(
            """
            with open as (
              select seq, size_bytes + :record as size
              from manifest m
              where m.run_id = :run and m.pending and not exists (
                select 1 from ledger l where l.article_id = m.article_id and l.run_id = :run)),
            placed as (
              select seq, size,
                floor((sum(size) over (order by seq) - size) * :number / sum(size) over ())::int part
              from open)
            insert into run_partition
              (run_id, part, corpus, fingerprint, first_seq, last_seq, articles, size_bytes, status)
            select :run, part, :corpus, :fingerprint, min(seq), max(seq), count(*), sum(size), 'WAITING'
            from placed group by part
            """)
        .param("run", run.runId())
        .param("record", BYTES_A_RECORD)
        .param("number", number)
        .param("corpus", run.corpus())
        .param("fingerprint", fingerprint)
        .update();
    return waiting(run.runId());
  }

  /** The partitions that no worker holds, in order. */
  public List<Integer> waiting(int runId) {
    return jdbc.sql(
            "select part from run_partition where run_id = ? and status = 'WAITING' order by part")
        .param(runId)
        .query(Integer.class)
        .list();
  }

  /**
   * Takes back every partition of a corpus. What its workers have not committed by then is lost.
   */
  public void withdraw(String corpus) {
    endSessions(
        jdbc.sql("select worker from run_partition where corpus = ? and status = 'RUNNING'")
            .param(corpus)
            .query(String.class)
            .list());
    jdbc.sql("delete from run_partition where corpus = ?").param(corpus).update();
  }

  /** Assigns the next waiting partition of a corpus to a worker; empty if there is none. */
  public Optional<RunPartition> claimNext(
      String corpus, String fingerprint, String worker, Duration lease) {
    return claim(
        """
        (select run_id, part from run_partition
        where corpus = :corpus and status = 'WAITING' and fingerprint = :fingerprint
        order by run_id, part limit 1 for update skip locked)
        """,
        corpus,
        fingerprint,
        worker,
        lease);
  }

  /**
   * Assigns this partition to a worker; empty if it is not waiting or belongs to another corpus.
   */
  public Optional<RunPartition> claim(
      int runId, int part, String corpus, String fingerprint, String worker, Duration lease) {
    return claim("(" + runId + ", " + part + ")", corpus, fingerprint, worker, lease);
  }

  private Optional<RunPartition> claim(
      String which, String corpus, String fingerprint, String worker, Duration lease) {
    return jdbc.sql(
            """
            update run_partition set status = 'RUNNING', attempts = attempts + 1, token = :token,
              worker = :worker, lease_until = %s
            where (run_id, part) = %s and status = 'WAITING' and corpus = :corpus
              and fingerprint = :fingerprint
            returning run_id, part, first_seq, last_seq, articles, token
            """
                .formatted(fromNow(lease), which))
        .param("token", UUID.randomUUID().toString())
        .param("worker", worker)
        .param("corpus", corpus)
        .param("fingerprint", fingerprint)
        .query(RunPartition.class)
        .optional();
  }

  /**
   * The fingerprint of unfinished work on this corpus that a worker with this fingerprint must not
   * do.
   */
  public Optional<String> otherFingerprint(String corpus, String fingerprint) {
    return jdbc.sql(
            """
            select fingerprint from run_partition
            where corpus = ? and status in ('WAITING', 'RUNNING') and fingerprint <> ? limit 1
            """)
        .params(corpus, fingerprint)
        .query(String.class)
        .optional();
  }

  /**
   * Renews the lease in the transaction of a chunk, before its rows are written.
   *
   * @param articles how many articles the chunk finishes
   * @throws LeaseLostException if the partition has another token by now
   */
  public void advance(RunPartition partition, int articles, Duration lease) {
    if (!change(
        partition,
        "attempts = 1, done = done + ?, lease_until = " + fromNow(lease),
        List.of(articles))) {
      throw new LeaseLostException(partition);
    }
  }

  /** Renews the lease; false if it is lost. */
  public boolean renew(RunPartition partition, Duration lease) {
    return change(partition, "lease_until = " + fromNow(lease), List.of());
  }

  /** Marks the partition as done; false if the lease was lost before. */
  public boolean finish(RunPartition partition) {
    return change(partition, "status = 'DONE', lease_until = null", List.of());
  }

  /**
   * Gives the partition back unfinished, for another worker; false if the lease was lost before.
   */
  public boolean release(RunPartition partition, String why) {
    return leave(partition, GIVEN_BACK, why);
  }

  /** Gives the partition up for good, which fails the run; false if the lease was lost before. */
  public boolean fail(RunPartition partition, String why) {
    return leave(partition, "'FAILED'", why);
  }

  private boolean leave(RunPartition partition, String status, String why) {
    return change(
        partition,
        "token = null, lease_until = null, message = ?, status = " + status,
        List.of(ShortText.of(why, LONGEST_MESSAGE)));
  }

  /** Changes a partition; false if it is held under another token by now, or by nobody. */
  private boolean change(RunPartition held, String columns, List<Object> values) {
    return jdbc.sql(
                """
                update run_partition set %s
                where run_id = ? and part = ? and token = ? and status = 'RUNNING'
                """
                    .formatted(columns))
            .params(values)
            .params(held.runId(), held.part(), held.token())
            .update()
        == 1;
  }

  /**
   * Takes back the partitions whose lease has expired. Their workers' database sessions are ended
   * first, because a worker that hangs in the middle of a transaction keeps its rows locked. A row
   * that is still locked, because the lease expired after the sessions were ended or because a
   * session takes a moment to end, is not waited for but left to the next call.
   *
   * @return the partitions that wait again
   */
  public List<Integer> expire(int runId) {
    endSessions(
        jdbc.sql("select worker from run_partition where run_id = ? and " + RUN_OUT)
            .param(runId)
            .query(String.class)
            .list());
    return jdbc.sql(
            """
            update run_partition set token = null, status = %s, message = 'the lease of ' || worker
              || ' ran out: it died, hangs or cannot reach the database'
            where run_id = :run and part in (
              select part from run_partition where run_id = :run and %s for update skip locked)
            returning part
            """
                .formatted(GIVEN_BACK, RUN_OUT))
        .param("run", runId)
        .query(Integer.class)
        .list();
  }

  private void endSessions(List<String> workers) {
    for (String worker : workers) {
      jdbc.sql(
              """
              select count(pg_terminate_backend(pid)) from pg_stat_activity
              where application_name = ? and usename = current_user and pid <> pg_backend_pid()
              """)
          .param(worker)
          .query(Integer.class)
          .single();
    }
  }

  public PartitionTally tally(int runId) {
    return jdbc.sql(
            """
            select count(*) filter (where status = 'WAITING') waiting,
              count(*) filter (where status = 'RUNNING') running,
              count(*) filter (where status = 'DONE') finished,
              count(*) filter (where status = 'FAILED') failed,
              coalesce(sum(done), 0) articles,
              coalesce(max(part || ' (attempts: ' || attempts || '): ' || message)
                filter (where status = 'FAILED'), '') message
            from run_partition where run_id = ?
            """)
        .param(runId)
        .query(PartitionTally.class)
        .single();
  }

  private static String fromNow(Duration lease) {
    return "clock_timestamp() + interval '%d milliseconds'".formatted(lease.toMillis());
  }
}
