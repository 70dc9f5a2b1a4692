package org.quotidian.store;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The short lines of articles, and those that occur in so many articles that they are marked. */
public final class LineStore {

  private static final int PAGE = 5000;

  private final JdbcTemplate jdbcTemplate;
  private final JdbcClient jdbc;

  public LineStore(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.jdbc = JdbcClient.create(jdbcTemplate);
  }

  /**
   * The lines of an article.
   *
   * @param sha256 of the content they were read from
   * @param lines hashes; empty if it is not an article
   */
  public record Lines(String articleId, String sha256, String lines) {}

  /** Short lines of an item of the manifest: all, or only the repeated ones. */
  public record ItemLines(int seq, String lines) {}

  /**
   * Replaces what is stored of these articles.
   *
   * @param fingerprint what the lines depend on besides the content
   */
  public void write(String corpus, String fingerprint, List<? extends Lines> articles) {
    if (articles.isEmpty()) {
      return;
    }
    jdbc.sql("delete from short_lines where article_id in (:ids)")
        .param("ids", articles.stream().map(Lines::articleId).toList())
        .update();
    jdbcTemplate.batchUpdate(
        """
        insert into short_lines (article_id, corpus, sha256, fingerprint, lines)
        values (?, ?, ?, ?, ?)
        """,
        articles,
        articles.size(),
        (statement, article) -> {
          statement.setString(1, article.articleId());
          statement.setString(2, corpus);
          statement.setString(3, article.sha256());
          statement.setString(4, fingerprint);
          statement.setString(5, article.lines());
        });
  }

  /** The lines of all articles that a run found, in the order of the manifest. */
  public void each(int runId, String fingerprint, Consumer<ItemLines> each) {
    List<ItemLines> page = page(runId, fingerprint, -1);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = page(runId, fingerprint, page.get(page.size() - 1).seq());
    }
  }

  private List<ItemLines> page(int runId, String fingerprint, int after) {
    return jdbc.sql(
            """
            select m.seq, l.lines
            from manifest m
              join short_lines l on l.article_id = m.article_id and l.sha256 = m.sha256
            where m.run_id = ? and m.seq > ? and l.fingerprint = ? and l.lines <> ''
            order by m.run_id, m.seq fetch first %d rows only
            """
                .formatted(PAGE))
        .params(runId, after, fingerprint)
        .query(ItemLines.class)
        .list();
  }
}
