package org.quotidian.store;

import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Article;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How processing last ended for each article. Articles that are pending in a run's {@link Manifest}
 * but have no entry from the run here still need processing.
 */
public final class Ledger {

  private static final int LONGEST_MESSAGE = 4000;
  private static final int LONGEST_ERROR = 200;
  private static final int ENTRIES_AT_ONCE = 5_000;
  private static final int IDS_AT_ONCE = 500;

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;

  public Ledger(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * What the processing of an article depended on, and whether it was finished.
   *
   * @param status DONE or FAILED
   */
  record Entry(String articleId, String status, @Nullable String sha256, String fingerprint) {

    /** Whether this content need not be processed again. */
    boolean settles(ManifestItem item, String doneFingerprint, String failedFingerprint) {
      return Objects.equals(sha256, item.found().sha256())
          && fingerprint.equals(status.equals("DONE") ? doneFingerprint : failedFingerprint);
    }
  }

  /** The entries of these articles, by article id; those without an entry are missing. */
  Map<String, Entry> entries(Collection<String> articleIds) {
    return articleIds.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select article_id, status, sha256, fingerprint from ledger
                where article_id in (:ids)
                """)
            .param("ids", articleIds)
            .query(Entry.class)
            .list()
            .stream()
            .collect(toMap(Entry::articleId, Function.identity()));
  }

  /** Adds entries of finished articles. They must have none yet. */
  void addDone(Run run, List<Article> done, String fingerprint) {
    add(
        done.stream()
            .map(
                article ->
                    new @Nullable Object[] {
                      article.id(),
                      run.corpus(),
                      article.source(),
                      article.record(),
                      run.runId(),
                      "DONE",
                      article.sha256(),
                      fingerprint,
                      null,
                      null,
                      null,
                      null,
                      run.runId(),
                      article.id()
                    }));
  }

  /** The same for articles that could not be processed. */
  void addFailed(Run run, List<Failure> failed, String fingerprint, OffsetDateTime now) {
    add(
        failed.stream()
            .map(
                failure ->
                    new @Nullable Object[] {
                      failure.articleId(),
                      run.corpus(),
                      failure.source(),
                      failure.record(),
                      run.runId(),
                      "FAILED",
                      failure.sha256(),
                      fingerprint,
                      failure.stage(),
                      ShortText.of(failure.error(), LONGEST_ERROR),
                      ShortText.of(failure.message(), LONGEST_MESSAGE),
                      now,
                      run.runId(),
                      failure.articleId()
                    }));
  }

  private void add(Stream<@Nullable Object[]> values) {
    List<@Nullable Object[]> entries = values.toList();
    if (entries.isEmpty()) {
      return;
    }
    jdbcTemplate.batchUpdate(
        """
        insert into ledger (article_id, corpus, source, record, run_id, status, sha256, fingerprint,
          stage, error, message, failed_at, repeated)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          coalesce((select m.repeated from manifest m where m.run_id = ? and m.article_id = ?), ''))
        """,
        entries,
        entries.size(),
        (statement, entry) -> {
          for (int i = 0; i < entry.length; i++) {
            statement.setObject(i + 1, entry[i]);
          }
        });
  }

  /** The number of articles in a corpus, including failed ones. */
  int articles(String corpus) {
    return jdbc.sql("select count(*) from ledger where corpus = ?")
        .param(corpus)
        .query(Integer.class)
        .single();
  }

  /** The first articles of a corpus by article id. */
  List<String> first(String corpus, int most) {
    return jdbc.sql(
            """
            select article_id from ledger where corpus = ?
            order by corpus, article_id fetch first %d rows only
            """
                .formatted(most))
        .param(corpus)
        .query(String.class)
        .list();
  }

  /** Passes on article id and source of every entry of a corpus. */
  public void each(String corpus, BiConsumer<String, String> each) {
    String[] last = {""};
    int read;
    do {
      read =
          jdbc.sql(
                  """
                  select article_id, source from ledger where corpus = ? and article_id > ?
                  order by corpus, article_id fetch first %d rows only
                  """
                      .formatted(ENTRIES_AT_ONCE))
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

  /** Those of these articles that have an entry but are not in the manifest of a run. */
  public List<String> notFound(Run run, List<String> articleIds) {
    List<String> gone = new ArrayList<>();
    for (int from = 0; from < articleIds.size(); from += IDS_AT_ONCE) {
      int to = Math.min(from + IDS_AT_ONCE, articleIds.size());
      gone.addAll(
          jdbc.sql(
                  """
                  select l.article_id from ledger l
                  where l.article_id in (:ids) and l.corpus = :corpus and not exists (
                    select 1 from manifest m where m.run_id = :run and m.article_id = l.article_id)
                  """)
              .param("ids", articleIds.subList(from, to))
              .param("corpus", run.corpus())
              .param("run", run.runId())
              .query(String.class)
              .list());
    }
    return gone;
  }

  /**
   * The first articles of the corpus that were not found by a run, which must have read all files.
   */
  public List<String> disappeared(Run run, int most) {
    return jdbc.sql(
            """
            select l.article_id from ledger l
            where l.corpus = ? and not exists (
              select 1 from manifest m where m.run_id = ? and m.article_id = l.article_id)
            order by l.corpus, l.article_id fetch first %d rows only
            """
                .formatted(most))
        .params(run.corpus(), run.runId())
        .query(String.class)
        .list();
  }
}
