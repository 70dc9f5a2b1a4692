package org.quotidian.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;
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
  private static final int ENTRIES_AT_ONCE = 5_000;
  private static final int IDS_AT_ONCE = 500;

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

  private int largestSeq(int runId) {
    return jdbc.sql("select coalesce(max(seq), -1) from manifest where run_id = ?")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  /**
   * Adds items, each pending if it has no ledger entry with this content and fingerprint, or in a
   * full run.
   *
   * @param firstSeq the place of the first in the order of the manifest
   * @param doneFingerprint what the entry of a finished article must have to be left alone
   * @param failedFingerprint the same for one that failed; it depends on limits too
   * @return how many of them are pending
   */
  public int add(
      Run run,
      int firstSeq,
      List<SourceItem> items,
      String doneFingerprint,
      String failedFingerprint) {
    List<String> ids =
        items.stream()
            .map(item -> ArticleId.of(run.corpus(), item.source(), item.record()))
            .toList();
    Map<String, Entry> ledger = run.fullRun() ? Map.of() : entries(ids);
    int pending = 0;
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      SourceItem item = items.get(i);
      Entry entry = ledger.get(ids.get(i));
      boolean isPending =
          entry == null
              || !Objects.equals(entry.sha256, item.sha256())
              || !entry.fingerprint.equals(entry.done ? doneFingerprint : failedFingerprint);
      pending += isPending ? 1 : 0;
      rows.add(
          new Object[] {
            run.runId(),
            firstSeq + i,
            ids.get(i),
            item.source(),
            item.record(),
            item.file().toUri().toString(), // no locale harms it
            item.offset(),
            item.size(),
            item.sha256(),
            item.problem(),
            isPending
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into manifest (run_id, seq, article_id, source, record, location, record_offset,
          size_bytes, sha256, problem, pending) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    return pending;
  }

  private Map<String, Entry> entries(List<String> articleIds) {
    Map<String, Entry> entries = new HashMap<>();
    if (!articleIds.isEmpty()) {
      jdbc.sql(
              """
              select article_id, status, sha256, fingerprint from ledger where article_id in (:ids)
              """)
          .param("ids", articleIds)
          .query(
              row -> {
                entries.put(
                    row.getString("article_id"),
                    new Entry(
                        "DONE".equals(row.getString("status")),
                        row.getString("sha256"),
                        row.getString("fingerprint")));
              });
    }
    return entries;
  }

  private record Entry(boolean done, @Nullable String sha256, String fingerprint) {}

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
                + "order by m.run_id, m.seq fetch first "
                + most
                + " rows only")
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

  /** Tells article id and source of every ledger entry of a corpus. */
  public void eachEntry(String corpus, BiConsumer<String, String> each) {
    String[] last = {""};
    int read;
    do {
      read =
          jdbc.sql(
                  """
                  select article_id, source from ledger where corpus = ? and article_id > ?
                  order by corpus, article_id fetch first\s"""
                      + ENTRIES_AT_ONCE
                      + " rows only")
              .params(corpus, last[0])
              .query(
                  (row, number) -> {
                    last[0] = row.getString("article_id");
                    each.accept(last[0], row.getString("source"));
                    return last[0];
                  })
              .list()
              .size();
    } while (read == ENTRIES_AT_ONCE);
  }

  /** Those of these articles that have a ledger entry and are not in the manifest of a run. */
  public List<String> notFound(Run run, List<String> articleIds) {
    List<String> gone = new ArrayList<>();
    for (int from = 0; from < articleIds.size(); from += IDS_AT_ONCE) {
      gone.addAll(
          jdbc.sql(
                  """
                  select l.article_id from ledger l
                  where l.article_id in (:ids) and l.corpus = :corpus and not exists (
                    select 1 from manifest m where m.run_id = :run and m.article_id = l.article_id)
                  """)
              .param(
                  "ids", articleIds.subList(from, Math.min(from + IDS_AT_ONCE, articleIds.size())))
              .param("corpus", run.corpus())
              .param("run", run.runId())
              .query(String.class)
              .list());
    }
    return gone;
  }

  /**
   * Articles of the corpus that have rows or a ledger entry but were not found by this run, which
   * read all files.
   */
  public List<String> disappeared(String corpus, int runId, int most) {
    return jdbc.sql(
            """
            select l.article_id from ledger l
            where l.corpus = :corpus and not exists (
              select 1 from manifest m where m.run_id = :run and m.article_id = l.article_id)
            order by l.corpus, l.article_id
            """
                + " fetch first "
                + most
                + " rows only")
        .param("corpus", corpus)
        .param("run", runId)
        .query(String.class)
        .list();
  }
}
