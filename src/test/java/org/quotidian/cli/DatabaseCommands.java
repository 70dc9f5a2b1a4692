package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.TestRun;
import org.quotidian.job.JobFile;
import org.quotidian.store.DatabaseAddress;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Databases of both kinds after some runs, for the tests of commands that read them. */
@Tag("server")
@Tag("slow")
abstract class DatabaseCommands {

  enum Kind {
    HSQLDB,
    POSTGRES
  }

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  static EmbeddedPostgres postgres;

  static int databases;

  @TempDir Path folder;

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void articles() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 6, 1);
    Files.writeString(folder.resolve("input/empty.txt"), "");
  }

  static DatabaseAddress address(Path job) {
    return BatchApplication.address(JobFile.read(job, Map.of(), List.of()));
  }

  static void change(Path job, String sql) throws Exception {
    DatabaseAddress address = address(job);
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  void run(Path job) {
    TestRun.of(JobFile.read(job, Map.of(), List.of()));
  }

  JsonNode json(String... arguments) {
    out.getBuffer().setLength(0);
    assertThat(execute(arguments)).as(err.toString()).isZero();
    return JsonMapper.shared().readTree(out.toString());
  }

  int number(Path job, String sql) {
    out.getBuffer().setLength(0);
    assertThat(execute("sql", job.toString(), "--csv", sql)).as(err.toString()).isZero();
    return Integer.parseInt(out.toString().lines().skip(1).findFirst().orElseThrow());
  }

  Path job(Kind kind, String corpus) throws Exception {
    return Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: %s
        input: ["%s"]
        output: "%s"
        database: {url: "%s", user: "%s", password: ""}
        """
            .formatted(
                corpus,
                folder.resolve("input"),
                folder.resolve("output"),
                kind == Kind.POSTGRES
                    ? newDatabase()
                    : "jdbc:hsqldb:file:" + folder.resolve("db/x"),
                kind == Kind.POSTGRES ? "postgres" : "sa"));
  }

  private static String newDatabase() throws Exception {
    String name = "commands" + ++databases;
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  int execute(String... arguments) {
    CommandLine commandLine = MainCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
