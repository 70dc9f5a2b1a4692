package org.quotidian.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads everything that is stored of a corpus, ordered by article id, then position. Works through
 * it in pages of articles, so that memory does not grow with the corpus.
 */
public final class CorpusRows {

  private static final int ARTICLES_A_PAGE = 500;
  private static final String BEFORE_ALL = "";

  private final JdbcClient jdbc;
  private final String corpus;

  public CorpusRows(JdbcClient jdbc, String corpus) {
    this.jdbc = jdbc;
    this.corpus = corpus;
  }

  public void articles(Consumer<ArticleRow> each) {
    page(
        "article",
        """
        select a.article_id, a.source, a.record, a.title, a.author, a.published, a.lang, a.characters,
          a.sentences, a.entities, a.quotes, a.sha256, a.duplicate_of, a.run_id, a.extracted_at
        from article a where a.corpus = :corpus and a.article_id > :after and a.article_id <= :last
        order by a.article_id
        """,
        (row, number) ->
            new ArticleRow(
                row.getString("article_id"),
                row.getString("source"),
                row.getString("record"),
                row.getString("title"),
                row.getString("author"),
                row.getString("published"),
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
        "article",
        """
        select s.article_id, a.source, s.sentence, s.paragraph, s.section, s.start_offset,
          s.end_offset, s.content
        from article a join sentence s on s.article_id = a.article_id
        where a.corpus = :corpus and a.article_id > :after and a.article_id <= :last
        order by s.article_id, s.sentence
        """,
        (row, number) ->
            new SentenceRow(
                row.getString("article_id"),
                row.getString("source"),
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
        "article",
        """
        select e.article_id, a.source, e.sentence, e.entity, e.entity_type, e.start_offset,
          e.end_offset, e.content, e.canonical, e.normalized
        from article a join entity e on e.article_id = a.article_id
        where a.corpus = :corpus and a.article_id > :after and a.article_id <= :last
        order by e.article_id, e.entity
        """,
        (row, number) ->
            new EntityRow(
                row.getString("article_id"),
                row.getString("source"),
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
        "article",
        """
        select q.article_id, a.source, a.title, a.published, q.quote, q.quote_type, q.sentence,
          q.start_offset, q.end_offset, q.content, q.verbatim, q.speaker, q.speaker_start,
          q.speaker_end, q.canonical_speaker, q.speaker_type, q.cue, q.cue_start, q.cue_end, q.via,
          q.confidence
        from article a join quote q on q.article_id = a.article_id
        where a.corpus = :corpus and a.article_id > :after and a.article_id <= :last
        order by q.article_id, q.quote
        """,
        (row, number) ->
            new QuoteRow(
                row.getString("article_id"),
                row.getString("source"),
                row.getString("title"),
                row.getString("published"),
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
        "ledger",
        """
        select source, record, stage, error, message, failed_at from ledger a
        where a.corpus = :corpus and a.article_id > :after and a.article_id <= :last
          and a.status = 'FAILED'
        order by a.article_id
        """,
        (row, number) ->
            new FailureRow(
                row.getString("source"),
                row.getString("record"),
                row.getString("stage"),
                row.getString("error"),
                row.getString("message"),
                instant(row, "failed_at")),
        each);
  }

  /** How many articles of the corpus have rows. */
  public int articleCount() {
    return jdbc.sql("select count(*) from article where corpus = ?")
        .param(corpus)
        .query(Integer.class)
        .single();
  }

  private <T> void page(String table, String sql, RowMapper<T> mapper, Consumer<T> each) {
    String after = BEFORE_ALL;
    for (String last = lastOfPage(table, after); last != null; last = lastOfPage(table, after)) {
      jdbc.sql(sql)
          .param("corpus", corpus)
          .param("after", after)
          .param("last", last)
          .query(mapper)
          .list()
          .forEach(each);
      after = last;
    }
  }

  private @Nullable String lastOfPage(String table, String after) {
    List<String> ids =
        jdbc.sql(
                "select article_id from "
                    + table
                    + " where corpus = ? and article_id > ? order by article_id fetch first "
                    + ARTICLES_A_PAGE
                    + " rows only")
            .params(corpus, after)
            .query(String.class)
            .list();
    return ids.isEmpty() ? null : ids.get(ids.size() - 1);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
