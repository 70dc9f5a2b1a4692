package org.quotidian.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads everything that is stored of a corpus, ordered by article id, then position. Works through
 * it in pages of articles, so that memory does not grow with the corpus.
 */
public final class CorpusRows {

  private static final int ARTICLES_A_PAGE = 100; // their rows fit into memory, see DatabaseAddress
  private static final String BEFORE_ALL = "";

  private static final String ARTICLES =
      """
      select article_id, source, title, published from article
      where corpus = ? and article_id > ? order by corpus, article_id fetch first\s""";

  private static final String FAILED =
      """
      select article_id, source, '', '' from ledger
      where corpus = ? and article_id > ? and status = 'FAILED'
      order by corpus, article_id fetch first\s""";

  private final JdbcClient jdbc;
  private final String corpus;

  public CorpusRows(JdbcClient jdbc, String corpus) {
    this.jdbc = jdbc;
    this.corpus = corpus;
  }

  public void articles(Consumer<ArticleRow> each) {
    page(
        ARTICLES,
        """
        select article_id, source, record, title, author, published, lang, characters, sentences,
          entities, quotes, sha256, duplicate_of, run_id, extracted_at
        from article where article_id > :after and article_id <= :last
        order by article_id
        """,
        (row, article) ->
            new ArticleRow(
                article.articleId(),
                article.source(),
                row.getString("record"),
                article.title(),
                row.getString("author"),
                article.published(),
                row.getString("lang"),
                row.getInt("characters"),
                row.getInt("sentences"),
                row.getInt("entities"),
                row.getInt("quotes"),
                row.getString("sha256"),
                orEmpty(row.getString("duplicate_of")),
                row.getInt("run_id"),
                instant(row, "extracted_at")),
        each);
  }

  public void sentences(Consumer<SentenceRow> each) {
    page(
        ARTICLES,
        """
        select article_id, sentence, paragraph, section, start_offset, end_offset, content
        from sentence where article_id > :after and article_id <= :last
        order by article_id, sentence
        """,
        (row, article) ->
            new SentenceRow(
                article.articleId(),
                article.source(),
                row.getInt("sentence"),
                row.getInt("paragraph"),
                row.getString("section"),
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getString("content")),
        each);
  }

  public void entities(Consumer<EntityRow> each) {
    page(
        ARTICLES,
        """
        select article_id, sentence, entity, entity_type, start_offset, end_offset, content,
          canonical, normalized
        from entity where article_id > :after and article_id <= :last
        order by article_id, entity
        """,
        (row, article) ->
            new EntityRow(
                article.articleId(),
                article.source(),
                row.getInt("sentence"),
                row.getInt("entity"),
                row.getString("entity_type"),
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getString("content"),
                row.getString("canonical"),
                row.getString("normalized")),
        each);
  }

  public void quotes(Consumer<QuoteRow> each) {
    page(
        ARTICLES,
        """
        select article_id, quote, quote_type, sentence, start_offset, end_offset, content, verbatim,
          speaker, speaker_start, speaker_end, canonical_speaker, speaker_type, cue, cue_start,
          cue_end, via, confidence
        from quote where article_id > :after and article_id <= :last
        order by article_id, quote
        """,
        (row, article) ->
            new QuoteRow(
                article.articleId(),
                article.source(),
                article.title(),
                article.published(),
                row.getInt("quote"),
                row.getString("quote_type"),
                row.getInt("sentence"),
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getString("content"),
                row.getString("verbatim"),
                row.getString("speaker"),
                row.getObject("speaker_start", Integer.class),
                row.getObject("speaker_end", Integer.class),
                row.getString("canonical_speaker"),
                row.getString("speaker_type"),
                row.getString("cue"),
                row.getObject("cue_start", Integer.class),
                row.getObject("cue_end", Integer.class),
                row.getString("via"),
                row.getDouble("confidence")),
        each);
  }

  public void failures(Consumer<FailureRow> each) {
    page(
        FAILED,
        """
        select article_id, source, record, stage, error, message, failed_at from ledger
        where article_id > :after and article_id <= :last and status = 'FAILED'
        order by article_id
        """,
        (row, article) ->
            new FailureRow(
                article.source(),
                row.getString("record"),
                row.getString("stage"),
                row.getString("error"),
                row.getString("message"),
                instant(row, "failed_at")),
        each);
  }

  /** What rows of every table show of their article. */
  private record PageArticle(String articleId, String source, String title, String published) {}

  /** Makes a row of a line of the result and its article. */
  @FunctionalInterface
  private interface Mapper<T> {
    T map(ResultSet row, PageArticle article) throws SQLException;
  }

  /**
   * Hands out the rows of {@code sql} page by page. There is no join: each query is a range of one
   * primary key, which no planner gets wrong, and a page is ordered by all columns of an index,
   * without which HSQLDB would sort the whole corpus for each. Rows of other corpora in the range
   * are passed over.
   */
  private <T> void page(String articles, String sql, Mapper<T> mapper, Consumer<T> each) {
    String after = BEFORE_ALL;
    for (var page = articles(articles, after); !page.isEmpty(); page = articles(articles, after)) {
      Map<String, PageArticle> byId = page;
      String last = page.lastKey();
      jdbc.sql(sql)
          .param("after", after)
          .param("last", last)
          .query(
              (row, number) -> {
                PageArticle article = byId.get(row.getString("article_id"));
                return Optional.ofNullable(article == null ? null : mapper.map(row, article));
              })
          .list()
          .forEach(row -> row.ifPresent(each));
      after = last;
    }
  }

  private NavigableMap<String, PageArticle> articles(String sql, String after) {
    NavigableMap<String, PageArticle> page = new TreeMap<>();
    jdbc.sql(sql + ARTICLES_A_PAGE + " rows only")
        .params(corpus, after)
        .query(
            row -> {
              page.put(
                  row.getString(1),
                  new PageArticle(
                      row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            });
    return page;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
