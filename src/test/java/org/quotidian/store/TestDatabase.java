package org.quotidian.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database of each kind with the program's schema, for all tests of this package. It is created
 * at first use and disappears with the process.
 */
enum TestDatabase {
  /** In memory. */
  HSQLDB,
  /** A server for these tests only. */
  POSTGRES;

  /** Tables that refer to others come first. */
  private static final List<String> TABLES =
      List.of(
          "batch_step_execution_context",
          "batch_step_execution",
          "batch_job_execution_context",
          "batch_job_execution_params",
          "batch_job_execution",
          "batch_job_instance",
          "run",
          "manifest",
          "input_files",
          "ledger",
          "article",
          "sentence",
          "entity",
          "quote",
          "signature",
          "sighting",
          "short_lines",
          "run_partition",
          "corpus_owner");

  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private @Nullable DatabaseAddress address;
  private @Nullable HikariDataSource dataSource;

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  /** A new database on the server, without tables. */
  static synchronized DatabaseAddress newOnServer() {
    String name = "test" + ++databases;
    new JdbcTemplate(server().getPostgresDatabase()).execute("create database " + name);
    String url = server().getJdbcUrl("postgres", name).replaceFirst("\\?.*", ""); // names the user
    return new DatabaseAddress(url, "postgres", "");
  }

  DatabaseAddress address() {
    if (address == null) {
      address =
          this == POSTGRES
              ? newOnServer()
              : new DatabaseAddress("jdbc:hsqldb:mem:store;hsqldb.tx=mvcc", "sa", "");
    }
    return address;
  }

  /** With several connections, as in a run. */
  DataSource dataSource() {
    if (dataSource == null) {
      HikariConfig config = new HikariConfig();
      config.setPoolName(name().toLowerCase(Locale.ROOT));
      config.setJdbcUrl(address().jdbcUrl());
      config.setUsername(address().user());
      config.setPassword(address().password());
      config.setMaximumPoolSize(4);
      dataSource = new HikariDataSource(config);
      migrate(dataSource);
    }
    return dataSource;
  }

  static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .javaMigrations(new SpringBatchSchema())
        .load()
        .migrate();
  }

  /** Removes every row. */
  void empty() {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource());
    TABLES.forEach(table -> jdbc.execute("delete from " + table));
  }
}
