package org.quotidian.store;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the rows of articles together with their ledger entries. To be called inside the
 * transaction that also commits Spring Batch's metadata, so that an article either is done and has
 * its rows, or neither.
 *
 * <p>Values are set by hand, because every row passes here: parameters that Spring makes from
 * arrays or records take 15 or 45 % more processor time for the same rows on HSQLDB, and more on
 * PostgreSQL.
 */
public final class ArticleStore {

  private static final List<String> TABLES_OF_ROWS =
      List.of("article", "sentence", "entity", "quote", "signature", "ledger");

  private final JdbcTemplate jdbc;
  private final Ledger ledger;

  public ArticleStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.ledger = new Ledger(jdbc);
  }

  /**
   * Replaces what is stored of these articles.
   *
   * @param done finished articles; their ledger entries contain {@code doneFingerprint}
   * @param failed articles without rows; their entries contain {@code failedFingerprint}
   */
  public void write(
      Run run,
      List<ArticleRows> done,
      List<Failure> failed,
      String doneFingerprint,
      String failedFingerprint) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    List<Article> articles = done.stream().map(ArticleRows::article).toList();
    removeRows(
        Stream.concat(articles.stream().map(Article::id), failed.stream().map(Failure::articleId))
            .toList());
    insertArticles(run, done, now);
    insertSignatures(run, done);
    insertSentences(done.stream().flatMap(rows -> rows.sentences().stream()).toList());
    insertEntities(done.stream().flatMap(rows -> rows.entities().stream()).toList());
    insertQuotes(done.stream().flatMap(rows -> rows.quotes().stream()).toList());
    ledger.addDone(run, articles, doneFingerprint);
    ledger.addFailed(run, failed, failedFingerprint, now);
  }

  /** Removes everything about these articles. */
  public void remove(Collection<String> articleIds) {
    removeRows(articleIds);
    delete("sighting", articleIds);
    delete("short_lines", articleIds);
  }

  private void removeRows(Collection<String> articleIds) {
    Set<String> known = ledger.entries(articleIds).keySet();
    TABLES_OF_ROWS.forEach(table -> delete(table, known));
  }

  private void delete(String table, Collection<String> articleIds) {
    if (!articleIds.isEmpty()) {
      JdbcClient.create(jdbc)
          .sql("delete from " + table + " where article_id in (:ids)")
          .param("ids", articleIds)
          .update();
    }
  }

  private void insertArticles(Run run, List<ArticleRows> done, OffsetDateTime now) {
    insert(
        """
        insert into article (article_id, corpus, source, record, title, author, published, lang,
          characters, sentences, entities, quotes, sha256, run_id, extracted_at, content, notes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        done,
        (statement, rows) -> {
          Article article = rows.article();
          statement.setString(1, article.id());
          statement.setString(2, run.corpus());
          statement.setString(3, article.source());
          statement.setString(4, article.record());
          statement.setString(5, article.title());
          statement.setString(6, article.author());
          statement.setString(7, article.published());
          statement.setString(8, article.language());
          statement.setInt(9, rows.characters());
          statement.setInt(10, rows.sentences().size());
          statement.setInt(11, rows.entities().size());
          statement.setInt(12, rows.quotes().size());
          statement.setString(13, article.sha256());
          statement.setInt(14, run.runId());
          statement.setObject(15, now);
          statement.setString(16, article.text());
          statement.setString(17, rows.notes());
        });
  }

  private void insertSignatures(Run run, List<ArticleRows> done) {
    insert(
        "insert into signature (article_id, corpus, min_hash) values (?, ?, ?)",
        done,
        (statement, rows) -> {
          statement.setString(1, rows.article().id());
          statement.setString(2, run.corpus());
          statement.setString(3, rows.signature());
        });
  }

  private void insertSentences(List<SentenceRow> sentences) {
    insert(
        """
        insert into sentence (article_id, sentence, paragraph, section, start_offset, end_offset,
          content) values (?, ?, ?, ?, ?, ?, ?)
        """,
        sentences,
        (statement, row) -> {
          statement.setString(1, row.articleId());
          statement.setInt(2, row.sentence());
          statement.setInt(3, row.paragraph());
          statement.setString(4, row.section());
          statement.setInt(5, row.start());
          statement.setInt(6, row.end());
          statement.setString(7, row.text());
        });
  }

  private void insertEntities(List<EntityRow> entities) {
    insert(
        """
        insert into entity (article_id, entity, sentence, entity_type, start_offset, end_offset,
          content, canonical, normalized) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entities,
        (statement, row) -> {
          statement.setString(1, row.articleId());
          statement.setInt(2, row.entity());
          statement.setInt(3, row.sentence());
          statement.setString(4, row.type());
          statement.setInt(5, row.start());
          statement.setInt(6, row.end());
          statement.setString(7, row.text());
          statement.setString(8, row.canonical());
          statement.setString(9, row.normalized());
        });
  }

  private void insertQuotes(List<QuoteRow> quotes) {
    insert(
        """
        insert into quote (article_id, quote, quote_type, sentence, start_offset, end_offset, content,
          verbatim, speaker, speaker_start, speaker_end, canonical_speaker, speaker_type, cue,
          cue_start, cue_end, via, confidence)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        quotes,
        (statement, row) -> {
          statement.setString(1, row.articleId());
          statement.setInt(2, row.quote());
          statement.setString(3, row.type());
          statement.setInt(4, row.sentence());
          statement.setInt(5, row.start());
          statement.setInt(6, row.end());
          statement.setString(7, row.text());
          statement.setString(8, row.verbatim());
          statement.setString(9, row.speaker());
          statement.setObject(10, row.speakerStart(), Types.INTEGER);
          statement.setObject(11, row.speakerEnd(), Types.INTEGER);
          statement.setString(12, row.canonicalSpeaker());
          statement.setString(13, row.speakerType());
          statement.setString(14, row.cue());
          statement.setObject(15, row.cueStart(), Types.INTEGER);
          statement.setObject(16, row.cueEnd(), Types.INTEGER);
          statement.setString(17, row.via());
          statement.setDouble(18, row.confidence());
        });
  }

  private <T> void insert(
      String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, rows.size(), setter);
    }
  }
}
