package org.quotidian.store;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quotidian.model.SourceItem;
import org.quotidian.store.LineStore.ItemLines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each run found in the files that it read, frozen when it began: a restart works on the files
 * of the first start. Read in pages, so that its size does not matter; each is ordered by all
 * columns of an index, without which HSQLDB would sort the whole manifest for each.
 */
public final class Manifest {

  private static final int DELETED_AT_ONCE = 10_000;
  private static final int UPDATED_AT_ONCE = 5_000;

  private static final RowMapper<ManifestItem> ITEM =
      (row, number) ->
          new ManifestItem(
              row.getInt("seq"),
              row.getString("article_id"),
              new SourceItem(
                  Path.of(URI.create(row.getString("location"))),
                  row.getString("source"),
                  row.getString("record"),
                  row.getLong("size_bytes"),
                  row.getString("sha256"),
                  row.getString("problem"),
                  row.getLong("record_offset")),
              row.getString("repeated"));

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;

  public Manifest(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * Forgets what earlier runs of this corpus found, all but two; each page is a transaction of its
   * own.
   */
  public void forgetOthers(String corpus, int runId, int otherRunId) {
    List<Integer> runs =
        jdbc.sql(
                """
                select run_id from run where corpus = ? and run_id <> ? and run_id <> ?
                  and exists (select 1 from manifest m where m.run_id = run.run_id)
                """)
            .params(corpus, runId, otherRunId)
            .query(Integer.class)
            .list();
    runs.forEach(this::forget);
  }

  /** Forgets what this run found, to find it anew. */
  public void forget(int runId) {
    forget(runId, "");
  }

  /**
   * Forgets what a finished run found and the ledger has with this content: what is left is to be
   * looked at again, whatever its folder says.
   */
  public void forgetSettled(int runId) {
    forget(
        runId,
        """
         and exists (select 1 from ledger l
          where l.article_id = manifest.article_id and l.sha256 = manifest.sha256)
        """);
  }

  private void forget(int runId, String condition) {
    int last = largestSeq(runId);
    for (int from = 0; from <= last; from += DELETED_AT_ONCE) {
      jdbc.sql("delete from manifest where run_id = ? and seq >= ? and seq < ?" + condition)
          .params(runId, from, from + DELETED_AT_ONCE)
          .update();
    }
  }

  int largestSeq(int runId) {
    return jdbc.sql("select coalesce(max(seq), -1) from manifest where run_id = ?")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  /**
   * Adds items, each pending if it has no ledger entry with this content and fingerprint, or in a
   * full run.
   *
   * @param doneFingerprint what the entry of a finished article must have to be left alone
   * @param failedFingerprint the same for one that failed; it depends on limits too
   * @return how many of them are pending
   */
  public int add(
      Run run, List<ManifestItem> items, String doneFingerprint, String failedFingerprint) {
    Map<String, Ledger.Entry> ledger =
        run.fullRun()
            ? Map.of()
            : new Ledger(jdbcTemplate)
                .entries(items.stream().map(ManifestItem::articleId).toList());
    Set<Integer> pending =
        items.stream()
            .filter(
                item -> {
                  Ledger.Entry entry = ledger.get(item.articleId());
                  return entry == null || !entry.settles(item, doneFingerprint, failedFingerprint);
                })
            .map(ManifestItem::seq)
            .collect(toSet());
    jdbcTemplate.batchUpdate(
        """
        insert into manifest (run_id, seq, article_id, source, record, location, record_offset,
          size_bytes, sha256, problem, pending) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        items,
        Math.max(1, items.size()),
        (statement, item) -> {
          statement.setInt(1, run.runId());
          statement.setInt(2, item.seq());
          statement.setString(3, item.articleId());
          statement.setString(4, item.found().source());
          statement.setString(5, item.found().record());
          statement.setString(6, item.found().file().toUri().toString()); // no locale harms it
          statement.setLong(7, item.found().offset());
          statement.setLong(8, item.found().size());
          statement.setString(9, item.found().sha256());
          statement.setString(10, item.found().problem());
          statement.setBoolean(11, pending.contains(item.seq()));
        });
    return pending.size();
  }

  /**
   * The next items, in order, that are pending and have no ledger entry from this run.
   *
   * @param lastSeq the last that is asked for, inclusive
   */
  public List<ManifestItem> pending(int runId, int afterSeq, int lastSeq, int most) {
    return next(
        """
        m.seq <= :last and m.pending and not exists (
          select 1 from ledger l where l.article_id = m.article_id and l.run_id = :run)
        """,
        Map.of("run", runId, "after", afterSeq, "last", lastSeq),
        most);
  }

  /**
   * The next items, in order, whose short lines are not known, or not those of this content.
   *
   * @param fingerprint what these lines depend on besides the content
   */
  public List<ManifestItem> withoutLines(int runId, int afterSeq, String fingerprint, int most) {
    return next(
        """
        m.sha256 is not null and m.problem is null and not exists (
          select 1 from short_lines l where l.article_id = m.article_id
            and l.sha256 = m.sha256 and l.fingerprint = :fingerprint)
        """,
        Map.of("run", runId, "after", afterSeq, "fingerprint", fingerprint),
        most);
  }

  /** Items of {@code :run} behind {@code :after} that fulfil a condition. */
  private List<ManifestItem> next(String condition, Map<String, Object> parameters, int most) {
    return jdbc.sql(
            """
            select seq, article_id, source, record, location, record_offset, size_bytes, sha256,
              problem, repeated
            from manifest m where m.run_id = :run and m.seq > :after and\s"""
                + condition
                + "order by m.run_id, m.seq fetch first %d rows only".formatted(most))
        .params(parameters)
        .query(ITEM)
        .list();
  }

  /** The files of which the manifest of a run has an item. */
  public Set<String> sources(int runId) {
    return jdbc.sql("select distinct source from manifest where run_id = ?")
        .param(runId)
        .query(String.class)
        .set();
  }

  /**
   * Freezes for a run which lines are repeated. Articles whose rows were made under another verdict
   * are pending from now on.
   *
   * @param repeated such lines of all items that have any
   */
  public void freeze(int runId, List<ItemLines> repeated) {
    jdbcTemplate.batchUpdate(
        "update manifest set repeated = ? where run_id = ? and seq = ?",
        repeated,
        UPDATED_AT_ONCE,
        (statement, item) -> {
          statement.setString(1, item.lines());
          statement.setInt(2, runId);
          statement.setInt(3, item.seq());
        });
    jdbc.sql(
            """
            update manifest m set pending = true
            where m.run_id = ? and not m.pending and exists (
              select 1 from ledger l where l.article_id = m.article_id and l.repeated <> m.repeated)
            """)
        .param(runId)
        .update();
    new Runs(jdbc).countPending(runId);
  }
}
