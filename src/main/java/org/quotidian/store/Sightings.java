package org.quotidian.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When each article of a corpus was first seen, what its text is like, and which articles are
 * duplicates of which.
 */
public final class Sightings {

  private static final int PAGE = 5000;
  private static final String BEFORE_ALL = "";

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;

  public Sightings(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * An article with rows.
   *
   * @param runId in which it was first seen, and {@code seq} its place in that run; 0 for one that
   *     no run has come to yet, because its file is gone
   */
  public record Sighting(String articleId, String signature, int runId, int seq) {}

  /**
   * An article that is a duplicate.
   *
   * @param skipped whether it is left out of results
   */
  public record Duplicate(String articleId, String firstId, boolean skipped) {}

  /**
   * Notes which articles this run is the first to see. The manifest says so, not the order of work,
   * so that threads, workers and kills make no difference.
   */
  public void note(Run run) {
    jdbc.sql(
            """
            insert into sighting (article_id, corpus, run_id, seq)
            select m.article_id, :corpus, m.run_id, m.seq from manifest m
            where m.run_id = :run and not exists (
              select 1 from sighting s where s.article_id = m.article_id)
            """)
        .param("corpus", run.corpus())
        .param("run", run.runId())
        .update();
  }

  /** All articles of a corpus that have rows, by article id. */
  public void each(String corpus, Consumer<Sighting> each) {
    List<Sighting> page = page(corpus, BEFORE_ALL);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = page(corpus, page.get(page.size() - 1).articleId());
    }
  }

  private List<Sighting> page(String corpus, String after) {
    return jdbc.sql(
            """
            select g.article_id, g.min_hash, coalesce(s.run_id, 0) as run_id,
              coalesce(s.seq, 0) as seq
            from signature g left join sighting s on s.article_id = g.article_id
            where g.corpus = ? and g.article_id > ?
            order by g.corpus, g.article_id fetch first\s"""
                + PAGE
                + " rows only")
        .params(corpus, after)
        .query(
            (row, number) ->
                new Sighting(
                    row.getString("article_id"),
                    row.getString("min_hash"),
                    row.getInt("run_id"),
                    row.getInt("seq")))
        .list();
  }

  /**
   * Writes which articles of a corpus are duplicates; all others are none.
   *
   * @return how many articles were changed by that
   */
  public int mark(String corpus, List<Duplicate> duplicates) {
    Map<String, Duplicate> before = marked(corpus);
    List<Change> changes = new ArrayList<>();
    for (Duplicate duplicate : duplicates) {
      if (!Objects.equals(before.remove(duplicate.articleId()), duplicate)) {
        changes.add(new Change(duplicate.articleId(), duplicate.firstId(), duplicate.skipped()));
      }
    }
    before.keySet().forEach(article -> changes.add(new Change(article, null, false)));
    jdbcTemplate.batchUpdate(
        "update article set duplicate_of = ?, skipped = ? where article_id = ?",
        changes,
        PAGE,
        (statement, change) -> {
          statement.setString(1, change.firstId());
          statement.setBoolean(2, change.skipped());
          statement.setString(3, change.articleId());
        });
    return changes.size();
  }

  private record Change(String articleId, @Nullable String firstId, boolean skipped) {}

  private Map<String, Duplicate> marked(String corpus) {
    Map<String, Duplicate> marked = new HashMap<>();
    jdbc.sql(
            """
            select article_id, duplicate_of, skipped from article
            where corpus = ? and duplicate_of is not null
            """)
        .param(corpus)
        .query(
            row -> {
              String article = row.getString("article_id");
              marked.put(
                  article,
                  new Duplicate(article, row.getString("duplicate_of"), row.getBoolean("skipped")));
            });
    return marked;
  }
}
