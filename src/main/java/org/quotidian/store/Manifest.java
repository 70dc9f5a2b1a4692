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
 * The items that each run found in the files that it read. They do not change after that: a restart
 * works on the files found by the first start. They are read in pages, so that memory does not grow
 * with their number. Each page is ordered by all columns of an index, because HSQLDB would
 * otherwise sort the whole manifest for each page.
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
                  row.getLong("record_offset"),
                  row.getString("note")),
              row.getString("repeated"));

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Runs runs;

  public Manifest(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
    this.ledger = new Ledger(jdbcTemplate);
    this.runs = new Runs(jdbc);
  }

  /**
   * Deletes what earlier runs of this corpus found, except two. Each page is a transaction of its
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

  /** Deletes what this run found, to find it again. */
  public void forget(int runId) {
    forget(runId, "");
  }

  /**
   * Deletes items of a finished run that the ledger has with the same content. The remaining ones
   * must be checked again, whatever the metadata of their files.
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
   * Adds items. An item is pending if it has no ledger entry with this content and fingerprint, or
   * in a full run.
   *
   * @param doneFingerprint the fingerprint with which the entry of a finished article is valid
   * @param failedFingerprint the same for one that failed; it depends on limits too
   * @return how many of them are pending
   */
  public int add(
      Run run, List<ManifestItem> items, String doneFingerprint, String failedFingerprint) {
    Map<String, Ledger.Entry> entries =
        run.fullRun()
            ? Map.of()
            : ledger.entries(items.stream().map(ManifestItem::articleId).toList());
    Set<Integer> pending =
        items.stream()
            .filter(
                item -> {
                  Ledger.Entry entry = entries.get(item.articleId());
                  return entry == null || !entry.settles(item, doneFingerprint, failedFingerprint);
                })
            .map(ManifestItem::seq)
            .collect(toSet());
    jdbcTemplate.batchUpdate(
        """
        insert into manifest (run_id, seq, article_id, source, record, location, record_offset,
          size_bytes, sha256, problem, pending, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        items,
        Math.max(1, items.size()),
        (statement, item) -> {
          statement.setInt(1, run.runId());
          statement.setInt(2, item.seq());
          statement.setString(3, item.articleId());
          statement.setString(4, item.found().source());
          statement.setString(5, item.found().record());
          // Independent of the locale.
          statement.setString(6, item.found().file().toUri().toString());
          statement.setLong(7, item.found().offset());
          statement.setLong(8, item.found().size());
          statement.setString(9, item.found().sha256());
          statement.setString(10, item.found().problem());
          statement.setBoolean(11, pending.contains(item.seq()));
          statement.setString(12, item.found().note());
        });
    return pending.size();
  }

  /**
   * The next pending items, in order, that have no ledger entry from this run.
   *
   * @param lastSeq the last item to return, inclusive
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
   * The next items, in order, whose short lines are not stored, or belong to another content.
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

  /** Items of {@code :run} after {@code :after} that fulfil a condition. */
  private List<ManifestItem> next(String condition, Map<String, Object> parameters, int most) {
    return jdbc.sql(
            """
            select seq, article_id, source, record, location, record_offset, size_bytes, sha256,
              problem, repeated, note
            from manifest m where m.run_id = :run and m.seq > :after and\s"""
                + condition
                + "order by m.run_id, m.seq fetch first %d rows only".formatted(most))
        .params(parameters)
        .query(ITEM)
        .list();
  }

  /** The files that have items in the manifest of a run. */
  public Set<String> sources(int runId) {
    return jdbc.sql("select distinct source from manifest where run_id = ?")
        .param(runId)
        .query(String.class)
        .set();
  }

  /**
   * Stores for a run which lines are repeated. Articles whose rows were made with other repeated
   * lines become pending.
   *
   * @param repeated the repeated lines of all items that have any
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
    runs.countPending(runId);
  }
}
