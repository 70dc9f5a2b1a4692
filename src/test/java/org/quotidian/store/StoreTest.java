package org.quotidian.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.ArticleRows;
import org.quotidian.model.EntityRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.SourceItem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty database and rows to write to it: PostgreSQL for tests with the tag {@code server},
 * otherwise HSQLDB. A test class has its tests in an abstract class, which nested subclasses run on
 * each database.
 */
abstract class StoreTest {

  static final String DONE = "fingerprint of done";
  static final String FAILED = "fingerprint of failed";

  TestDatabase database;
  JdbcTemplate jdbc;
  JdbcClient client;
  Runs runs;
  Manifest manifest;
  Ledger ledger;
  ArticleStore store;

  @BeforeEach
  void open(TestInfo test) {
    database = test.getTags().contains("server") ? TestDatabase.POSTGRES : TestDatabase.HSQLDB;
    database.empty();
    jdbc = new JdbcTemplate(database.dataSource());
    client = JdbcClient.create(jdbc);
    runs = new Runs(client);
    manifest = new Manifest(jdbc);
    ledger = new Ledger(jdbc);
    store = new ArticleStore(jdbc);
  }

  JdbcTransactionManager transactions() {
    return new JdbcTransactionManager(database.dataSource());
  }

  void inTransaction(Runnable work) {
    new TransactionTemplate(transactions()).executeWithoutResult(status -> work.run());
  }

  int count(String table) {
    return client.sql("select count(*) from " + table).query(Integer.class).single();
  }

  Run begin(String corpus) {
    return runs.begin(corpus, false, "fingerprint", "scope", "/output");
  }

  /** An item that the run found as the file {@code source}, with its content. */
  static ManifestItem item(Run run, int seq, String source, @Nullable String sha256) {
    return new ManifestItem(
        seq,
        ArticleId.of(run.corpus(), source, ""),
        new SourceItem(
            Path.of("/input", source),
            source,
            "",
            100,
            sha256,
            sha256 == null ? "it cannot be read" : null),
        "");
  }

  /** Finds these files, which are all new, in this order. */
  void find(Run run, String... sources) {
    for (int i = 0; i < sources.length; i++) {
      find(run, item(run, i, sources[i], sources[i]));
    }
  }

  /** Adds items to the manifest of a run; returns how many of them are pending. */
  int find(Run run, ManifestItem... items) {
    return manifest.add(run, List.of(items), DONE, FAILED);
  }

  /**
   * Writes articles with one sentence, one name and one quote each. Their content is their source.
   */
  void write(Run run, String... sources) {
    store.write(
        run,
        Arrays.stream(sources).map(source -> rows(run, source)).toList(),
        List.of(),
        DONE,
        FAILED);
  }

  /** Records that these articles could not be processed. */
  void fail(Run run, String... sources) {
    store.write(
        run,
        List.of(),
        Arrays.stream(sources).map(source -> failure(run, source)).toList(),
        DONE,
        FAILED);
  }

  static Failure failure(Run run, String source) {
    return new Failure(
        ArticleId.of(run.corpus(), source, ""),
        source,
        "",
        source,
        "read",
        "TooLarge",
        "too large");
  }

  static ArticleRows rows(Run run, String source) {
    return rows(run, source, "Mira Holt said: “Yes.”");
  }

  static ArticleRows rows(Run run, String source, String text) {
    String id = ArticleId.of(run.corpus(), source, "");
    return new ArticleRows(
        new Article(
            id, source, "", "A title", "An author", "2026-05-04", "en", text, List.of(), source),
        text.length(),
        "",
        "signature of " + source,
        List.of(new SentenceRow(id, source, 0, 0, "body", 0, text.length(), text)),
        List.of(new EntityRow(id, source, 0, 0, "PERSON", 0, 9, "Mira Holt", "Mira Holt", "")),
        List.of(quote(id, source, 0, 4)));
  }

  /**
   * @param cueEnd null for a quote without speaker and cue
   */
  static QuoteRow quote(String id, String source, int number, @Nullable Integer cueEnd) {
    boolean known = cueEnd != null;
    return new QuoteRow(
        id,
        source,
        "A title",
        "2026-05-04",
        number,
        "direct",
        0,
        17,
        20,
        "Yes.",
        "Yes.",
        known ? "Mira Holt" : "",
        known ? 0 : null,
        known ? 9 : null,
        known ? "Mira Holt" : "",
        known ? "PERSON" : "",
        known ? "said" : "",
        known ? 10 : null,
        cueEnd,
        "",
        0.81);
  }

  static String id(Run run, String source) {
    return ArticleId.of(run.corpus(), source, "");
  }
}
