package org.quotidian.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes the rows of articles together with their ledger entries. Call it inside the transaction
 * that also commits the batch metadata: then an article is done and has its rows, or neither.
 */
public final class ArticleStore {

  private static final int LONGEST_MESSAGE = 4000;
  private static final int LONGEST_ERROR = 200;
  private static final List<String> TABLES_OF_ROWS =
      List.of("article", "sentence", "entity", "quote", "signature", "ledger");

  private final JdbcTemplate jdbc;

  public ArticleStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Replaces what is stored of these articles.
   *
   * @param done finished articles; their ledger entries carry {@code doneFingerprint}
   * @param failed articles without rows; their entries carry {@code failedFingerprint}
   */
  public void write(
      Run run,
      List<ArticleRows> done,
      List<Failure> failed,
      String doneFingerprint,
      String failedFingerprint) {
    OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
    removeRows(
        Stream.concat(
                done.stream().map(rows -> rows.article().id()),
                failed.stream().map(Failure::articleId))
            .toList());
    insertArticles(run, done, now);
    insertSignatures(run, done);
    insertSentences(done.stream().flatMap(rows -> rows.sentences().stream()).toList());
    insertEntities(done.stream().flatMap(rows -> rows.entities().stream()).toList());
    insertQuotes(done.stream().flatMap(rows -> rows.quotes().stream()).toList());
    insertDone(run, done, doneFingerprint);
    insertFailed(run, failed, failedFingerprint, now);
  }

  /** Removes everything about these articles. */
  public void remove(Collection<String> articleIds) {
    removeRows(articleIds);
    delete("sighting", articleIds);
    delete("short_lines", articleIds);
  }

  private void removeRows(Collection<String> articleIds) {
    List<String> known = known(articleIds);
    TABLES_OF_ROWS.forEach(table -> delete(table, known));
  }

  private void delete(String table, Collection<String> articleIds) {
    if (!articleIds.isEmpty()) {
      new NamedParameterJdbcTemplate(jdbc)
          .update(
              "delete from " + table + " where article_id in (:ids)",
              java.util.Map.of("ids", articleIds));
    }
  }

  private List<String> known(Collection<String> articleIds) {
    if (articleIds.isEmpty()) {
      return List.of();
    }
    return new NamedParameterJdbcTemplate(jdbc)
        .queryForList(
            "select article_id from ledger where article_id in (:ids)",
            java.util.Map.of("ids", articleIds),
            String.class);
  }

  private void insertArticles(Run run, List<ArticleRows> done, OffsetDateTime now) {
    insert(
        """
        insert into article (article_id, corpus, source, record, title, author, published, lang,
          characters, sentences, entities, quotes, sha256, run_id, extracted_at, content)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
          setInteger(statement, 10, row.speakerStart());
          setInteger(statement, 11, row.speakerEnd());
          statement.setString(12, row.canonicalSpeaker());
          statement.setString(13, row.speakerType());
          statement.setString(14, row.cue());
          setInteger(statement, 15, row.cueStart());
          setInteger(statement, 16, row.cueEnd());
          statement.setString(17, row.via());
          statement.setDouble(18, row.confidence());
        });
  }

  private void insertDone(Run run, List<ArticleRows> done, String fingerprint) {
    insert(
        """
        insert into ledger (article_id, corpus, source, record, run_id, status, sha256, fingerprint,
          repeated)
        values (?, ?, ?, ?, ?, 'DONE', ?, ?,
          coalesce((select m.repeated from manifest m where m.run_id = ? and m.article_id = ?), ''))
        """,
        done,
        (statement, rows) -> {
          Article article = rows.article();
          statement.setString(1, article.id());
          statement.setString(2, run.corpus());
          statement.setString(3, article.source());
          statement.setString(4, article.record());
          statement.setInt(5, run.runId());
          statement.setString(6, article.sha256());
          statement.setString(7, fingerprint);
          statement.setInt(8, run.runId());
          statement.setString(9, article.id());
        });
  }

  private void insertFailed(Run run, List<Failure> failed, String fingerprint, OffsetDateTime now) {
    insert(
        """
        insert into ledger (article_id, corpus, source, record, run_id, status, sha256, fingerprint,
          stage, error, message, failed_at, repeated)
        values (?, ?, ?, ?, ?, 'FAILED', ?, ?, ?, ?, ?, ?,
          coalesce((select m.repeated from manifest m where m.run_id = ? and m.article_id = ?), ''))
        """,
        failed,
        (statement, failure) -> {
          statement.setString(1, failure.articleId());
          statement.setString(2, run.corpus());
          statement.setString(3, failure.source());
          statement.setString(4, failure.record());
          statement.setInt(5, run.runId());
          statement.setString(6, failure.sha256());
          statement.setString(7, fingerprint);
          statement.setString(8, failure.stage());
          statement.setString(9, shortened(failure.error(), LONGEST_ERROR));
          statement.setString(10, shortened(failure.message(), LONGEST_MESSAGE));
          statement.setObject(11, now);
          statement.setInt(12, run.runId());
          statement.setString(13, failure.articleId());
        });
  }

  private <T> void insert(
      String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, rows.size(), setter);
    }
  }

  private static void setInteger(PreparedStatement statement, int index, @Nullable Integer value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.INTEGER);
    } else {
      statement.setInt(index, value);
    }
  }

  /** PostgreSQL holds no NUL, and a message may quote one. */
  private static String shortened(String text, int most) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
  }
}
