package org.quotidian.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.ArticleId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A corpus is read as fast beside many articles of another corpus as alone. */
@Tag("server")
@Tag("slow")
class ManyCorporaTest {

  private static final int OTHERS = 5000; // articles
  private static final int ROWS = 10; // of each in each table
  private static final int ROUNDS = 7;

  /** The allowed factor for a measurement of milliseconds, on a machine with other load. */
  private static final double SLOWEST = 5;

  @TempDir private Path folder;

  @Test
  void onHsqldb() {
    var address = new DatabaseAddress("jdbc:hsqldb:file:" + folder.resolve("db/x"), "sa", "");
    check(new SingleConnectionDataSource(address.jdbcUrl(), "sa", "", true), false);
  }

  @Test
  void onPostgres() {
    DatabaseAddress address = TestDatabase.newOnServer();
    check(new SingleConnectionDataSource(address.url(), address.user(), "", true), true);
  }

  private static void check(SingleConnectionDataSource database, boolean postgres) {
    try {
      Flyway.configure().dataSource((DataSource) database).load().migrate();
      JdbcClient jdbc = JdbcClient.create(database);
      JdbcTemplate template = new JdbcTemplate(database);
      Map<String, Runnable> readings = readings(template, jdbc);
      insert(template, "small", 10);
      Map<String, Double> alone = times(readings);

      insert(template, "other", OTHERS);
      if (postgres) {
        template.execute("analyze"); // which a busy server does by itself
      }
      times(readings)
          .forEach(
              (reading, time) ->
                  assertThat(time)
                      .as(reading + " beside " + OTHERS + " articles, " + alone.get(reading))
                      .isLessThan(SLOWEST * alone.getOrDefault(reading, 0.0) + 0.003));
    } finally {
      database.destroy();
    }
  }

  private static Map<String, Runnable> readings(JdbcTemplate template, JdbcClient jdbc) {
    CorpusRows rows = new CorpusRows(jdbc, "small");
    CorpusStatistics statistics = new CorpusStatistics(jdbc, "small");
    Sightings sightings =
        new Sightings(
            template, new JdbcTransactionManager(requireNonNull(template.getDataSource())));
    Map<String, Runnable> readings = new LinkedHashMap<>();
    readings.put("articles", () -> rows.articles(row -> {}));
    readings.put("sentences", () -> rows.sentences(row -> {}));
    readings.put("mentions", () -> rows.mentions(row -> {}));
    readings.put("all of it", () -> rows.stored(row -> {}));
    readings.put("failures", () -> rows.failures(row -> {}));
    readings.put("most quoted", () -> statistics.mostQuoted(List.of("PERSON"), 5));
    readings.put("most named", () -> statistics.mostNamed("PERSON", 5));
    readings.put("counts", () -> statistics.rows());
    readings.put("confidence", () -> statistics.confidenceTenths());
    readings.put("failures by reason", () -> statistics.failures());
    readings.put("signatures", () -> sightings.each("small", article -> {}));
    return readings;
  }

  /**
   * The shortest of several times, in seconds, because other load on the machine makes some longer.
   */
  private static Map<String, Double> times(Map<String, Runnable> readings) {
    Map<String, Double> times = new LinkedHashMap<>();
    readings.forEach(
        (name, reading) -> {
          double shortest = Double.MAX_VALUE;
          for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            reading.run();
            shortest = Math.min(shortest, (System.nanoTime() - begin) / 1e9);
          }
          times.put(name, shortest);
        });
    return times;
  }

  /** Articles whose ids lie between those of other corpora, like hashes. */
  private static void insert(JdbcTemplate jdbc, String corpus, int number) {
    List<String> ids =
        IntStream.range(0, number)
            .mapToObj(i -> ArticleId.of(corpus, String.valueOf(i), ""))
            .toList();
    insert(
        jdbc,
        ids,
        1,
        """
        insert into article (corpus, article_id, source, record, title, author, published, lang,
          characters, sentences, entities, quotes, sha256, run_id, extracted_at, content)
        values ('%s', ?, '', '', '', '', '', 'en', 0, ?, 10, 10, '', 1, current_timestamp, 'text')
        """
            .formatted(corpus));
    insert(
        jdbc,
        ids,
        1,
        "insert into signature (corpus, article_id, min_hash) values ('%s', ?, cast(? as varchar(9)))"
            .formatted(corpus));
    insert(
        jdbc,
        ids,
        1,
        """
        insert into ledger (corpus, article_id, source, record, run_id, status, fingerprint, stage,
          error, message, failed_at)
        values ('%s', ?, '', '', ?, 'FAILED', '', 'read', 'e', '', current_timestamp)
        """
            .formatted(corpus));
    insert(jdbc, ids, ROWS, "insert into sentence values (?, ?, 0, 'body', 0, 0, 'text')");
    insert(
        jdbc,
        ids,
        ROWS,
        """
        insert into entity (article_id, entity, sentence, entity_type, start_offset, end_offset,
          content, canonical, normalized) values (?, ?, 0, 'PERSON', 0, 0, '', 'Somebody', '')
        """);
    insert(
        jdbc,
        ids,
        ROWS,
        """
        insert into quote (article_id, quote, quote_type, sentence, start_offset, end_offset,
          content, verbatim, speaker, canonical_speaker, speaker_type, cue, via, confidence)
        values (?, ?, 'direct', 0, 0, 0, '', '', '', 'Somebody', 'PERSON', '', '', 1)
        """);
  }

  private static void insert(JdbcTemplate jdbc, List<String> ids, int rows, String sql) {
    List<Object[]> values =
        ids.stream()
            .flatMap(id -> IntStream.range(0, rows).mapToObj(row -> new Object[] {id, row}))
            .toList();
    new TransactionTemplate(new JdbcTransactionManager(requireNonNull(jdbc.getDataSource())))
        .executeWithoutResult(transaction -> jdbc.batchUpdate(sql, values));
  }
}
