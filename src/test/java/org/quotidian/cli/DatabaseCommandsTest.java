package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.TestRun;
import org.quotidian.job.JobFile;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import org.quotidian.store.RunLock;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that look into a database after runs, on both databases. */
class DatabaseCommandsTest {

  enum Kind {
    HSQLDB,
    POSTGRES
  }

  @SuppressWarnings("NullAway.Init") // JUnit calls start()
  private static EmbeddedPostgres postgres;

  private static int databases;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

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

  @ParameterizedTest
  @EnumSource
  void statusShowsRunsForPeopleAndPrograms(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    run(job);

    assertThat(execute("status", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString().lines().toList().get(0)).contains("run", "corpus", "unchanged");
    assertThat(out.toString()).containsPattern(" 2 +test +COMPLETED").containsPattern(" 1 +test ");

    out.getBuffer().setLength(0);
    assertThat(execute("status", job.toString(), "1")).isZero();
    assertThat(out.toString())
        .contains("Articles that failed: 1; which and why is in " + folder.resolve("output"));

    JsonNode runs = json("status", job.toString(), "--json").get("runs");
    assertThat(runs.size()).isEqualTo(2);
    assertThat(runs.get(0).get("unchanged").asInt()).isEqualTo(7);
    assertThat(runs.get(1).get("done").asInt()).isEqualTo(6);
    assertThat(runs.get(1).get("status").asString()).isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @EnumSource
  void statusTellsWhatWentWrongBesideTheRows(Kind kind) throws Exception {
    Path inTheWay = folder.resolve("output/report.html/somebody's");
    Files.createDirectories(inTheWay);
    Path job = job(kind, "test");
    run(job);

    assertThat(execute("status", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern(" 1 +test +COMPLETED")
        .contains("Run 1: Warning: report.html was not written, the next run tries again: ")
        .contains("Log: " + folder.resolve("output/quotidian.log"));
    assertThat(
            json("status", job.toString(), "--json").get("runs").get(0).get("warning").asString())
        .startsWith("report.html was not written");
    assertThat(json("status", job.toString(), "1", "--json").get("advice").asString())
        .startsWith("Warning: report.html was not written");
  }

  @ParameterizedTest
  @EnumSource
  void statusSaysWhyARunFailedAndWhatToDo(Kind kind) throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 60, 1);
    for (int i = 0; i < 260; i++) {
      Files.writeString(folder.resolve("input/empty" + i + ".txt"), "");
    }
    Path job = job(kind, "test");
    TestRun.of(JobFile.read(job, Map.of("limits.failures", "3", "chunk-size", "2")));

    assertThat(execute("status", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Run 1: It failed in step extract: ")
        .contains("more than the 3 that limits.failures allows")
        .contains("Log: " + folder.resolve("output/quotidian.log"))
        .contains("'run' continues where it was")
        .doesNotContain("at org.", "Exception");
    assertThat(json("status", job.toString(), "1", "--json").get("advice").asString())
        .startsWith("It failed in step extract: ");
  }

  @ParameterizedTest
  @EnumSource
  void statusOfARunTellsStepsAndReasonsOfFailures(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    assertThat(execute("status", job.toString(), "1")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("found 7, unchanged 0, done 6, failed 1")
        .containsPattern("extract +COMPLETED .* 7 ")
        .containsPattern("1 +(read|discover) +Unreadable");

    JsonNode run = json("status", job.toString(), "1", "--json");
    assertThat(run.get("steps").size()).isEqualTo(8);
    assertThat(run.get("steps").get(3).get("step").asString()).isEqualTo("extract");
    assertThat(run.get("steps").get(3).get("written").asInt()).isEqualTo(7);
    assertThat(run.get("failures").get(0).get("articles").asInt()).isEqualTo(1);

    assertThat(execute("status", job.toString(), "99")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("There is no run 99");
  }

  @ParameterizedTest
  @EnumSource
  void sqlAnswersFromTheViews(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    for (String view :
        List.of("quotes", "mentions", "mentions_per_day", "speakers", "speakers_per_month")) {
      assertThat(execute("sql", job.toString(), "select * from " + view))
          .as(view + ": " + err)
          .isZero();
    }
    out.getBuffer().setLength(0);
    assertThat(
            execute("sql", job.toString(), "select lang, count(*) as n from article group by lang"))
        .isZero();
    assertThat(out.toString().lines().map(line -> line.strip().split(" +").length)).containsOnly(2);

    out.getBuffer().setLength(0);
    assertThat(
            execute(
                "sql",
                job.toString(),
                "--csv",
                "select source, '=1' as f, 0.123 as x from article order by source;"))
        .isZero();
    assertThat(out.toString()).startsWith("source,f,x\r\n000/article-00000.txt,'=1,0.123\r\n");
    assertThat(out.toString().lines()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongColumnIsNamedWithAHint(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    assertThat(execute("sql", job.toString(), "select speker from quotes"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .containsIgnoringCase("speker")
        .contains("what columns a view has: select * from quotes fetch first row only");
  }

  @ParameterizedTest
  @EnumSource
  void sqlChangesNothing(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    for (String statement :
        List.of(
            "delete from article",
            "  -- a remark\n drop table article",
            "select 1 from article; delete from article",
            "select $$'$$; commit; begin read write; delete from article; commit; select $$'$$",
            "select 1 --\r; commit; begin read write; delete from article; commit",
            "select '" + "x".repeat(10_000) + "'; delete from article",
            "copy article to program 'touch " + folder.resolve("copy") + "'",
            "select load_file('" + folder.resolve("job.yml") + "') from article",
            "set transaction read write",
            "with gone as (delete from article returning *) select * from gone",
            "explain analyze delete from article",
            "select E'\\'' ; commit; set session characteristics as transaction read write;"
                + " delete from article --'",
            "select set_config('transaction_read_only', 'off', true)",
            "select 1 into copied",
            "select nextval('batch_job_instance_seq')",
            "select next value for batch_job_instance_seq from article",
            "select pg_read_file('/etc/passwd', 1, 2, false, false)",
            "select \"java.lang.System.getProperty\"('user.home') from article",
            "call \"java.lang.System.exit\"(1)",
            "script '" + folder.resolve("copy.sql") + "'",
            "backup database to '" + folder + "/' blocking",
            "copy article to '" + folder.resolve("copy.csv") + "'",
            "nonsense")) {
      assertThat(execute("sql", job.toString(), statement))
          .as(statement)
          .isEqualTo(ExitCode.FAILED);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("only a query is taken").doesNotContain("at org.");
    assertThat(folder).isDirectoryNotContaining("glob:**copy*");
    out.getBuffer().setLength(0);
    execute("sql", job.toString(), "--csv", "select count(*) as n from article");
    assertThat(out.toString()).isEqualTo("n\r\n6\r\n");
  }

  @ParameterizedTest
  @EnumSource
  void doctorNamesRightsThatNoJobNeeds(Kind kind) throws Exception {
    Path job = job(kind, "test");

    execute("doctor", job.toString());

    if (kind == Kind.POSTGRES) {
      assertThat(out.toString())
          .containsPattern("note +database .*but postgres has rights that no job needs .superuser.")
          .doesNotContain("WRONG   database");
    } else {
      assertThat(out.toString()).containsPattern("ok +database ").doesNotContain("rights");
    }
  }

  @Test
  void anAnalystWithTheDocumentedRoleReadsAndNoMore() throws Exception {
    Path job = job(Kind.POSTGRES, "test");
    run(job);
    String page = Files.readString(Path.of("docs/database.md"));
    String role = page.substring(page.indexOf("```sql\n") + 7);
    String name = "commands" + databases;
    try (var connection = postgres.getDatabase("postgres", name).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          role.substring(0, role.indexOf("```"))
              .replace("database quotidian", "database " + name)
              .replaceAll("(role|to) quotidian", "$1 postgres"));
    }
    Files.writeString(job, Files.readString(job).replace("user: \"postgres\"", "user: analyst"));
    Files.writeString(job, Files.readString(job).replace("user=postgres", "user=analyst"));

    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
    assertThat(execute("status", job.toString())).as(err.toString()).isZero();
    out.getBuffer().setLength(0);
    execute("doctor", job.toString());
    assertThat(out.toString()).containsPattern("ok +database ");
    assertThatThrownBy(() -> run(job)).hasStackTraceContaining("read-only");
  }

  @ParameterizedTest
  @EnumSource
  void aQueryWithoutEndIsGivenUp(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    String endless =
        "select count(*) from sentence a, sentence b, sentence c, sentence d, sentence e, sentence f"
            + " where a.content || b.content || c.content || d.content || e.content || f.content = ''";

    assertThat(execute("sql", job.toString(), "--timeout", "1", endless))
        .isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("given up after 1 s").doesNotContain("at org.");
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void ofAHugeResultTheTableHasTheFirstRows(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    assertThat(
            execute(
                "sql",
                job.toString(),
                "--limit",
                "3",
                "select a.content from sentence a, sentence b, sentence c, sentence d, sentence e"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString().lines()).hasSize(4);
    assertThat(err.toString()).contains("Only the first 3 rows");
  }

  @ParameterizedTest
  @EnumSource
  void purgeRemovesOldRunsButNotTheirArticles(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    run(job);
    run(job);

    assertThat(execute("purge", job.toString(), "--keep", "1", "--dry-run")).isZero();
    assertThat(out.toString()).contains("Runs that would be removed: 2");
    assertThat(json("status", job.toString(), "--json").get("runs").size()).isEqualTo(3);

    assertThat(execute("purge", job.toString(), "--keep", "1")).as(err.toString()).isZero();
    assertThat(json("status", job.toString(), "--json").get("runs").size()).isEqualTo(1);
    assertThat(number(job, "select count(*) as n from batch_job_instance")).isEqualTo(1);
    assertThat(number(job, "select count(*) as n from batch_step_execution")).isEqualTo(8);
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);

    run(job);
    JsonNode last = json("status", job.toString(), "--json").get("runs").get(0);
    assertThat(last.get("unchanged").asInt()).as("after the purge").isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void purgeRemovesOnlyTheCorpusThatIsNamed(Kind kind) throws Exception {
    Path job = job(kind, "kept");
    run(job);
    TestRun.of(JobFile.read(job, Map.of("corpus", "gone")));
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(12);

    assertThat(execute("purge", job.toString(), "--corpus", "gone")).as(err.toString()).isZero();

    assertThat(out.toString()).contains("Corpus gone removed; articles: 7");
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
    for (String table : List.of("run", "ledger", "article")) {
      assertThat(number(job, "select count(*) as n from " + table + " where corpus <> 'kept'"))
          .as(table)
          .isZero();
    }
    assertThat(
            number(
                job,
                "select count(*) as n from sentence s where not exists"
                    + " (select 1 from article a where a.article_id = s.article_id)"))
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void purgeMustBeToldWhat(Kind kind) throws Exception {
    Path job = job(kind, "test");

    assertThat(execute("purge", job.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(execute("purge", job.toString(), "--keep", "0")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(execute("purge", job.toString(), "--older-than", "long"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("say what to remove", "'long' is no time such as 90d");
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void diffTellsWhatCameAndWent(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    Path before = Files.createDirectories(folder.resolve("before"));
    for (String file : List.of("articles.csv", "entities.csv", "quotes.csv")) {
      Files.copy(folder.resolve("output").resolve(file), before.resolve(file));
    }
    Files.writeString(folder.resolve("input/new.txt"), "New.\n\nThe sun came out in Alden.");
    run(job);

    Path after = folder.resolve("output");
    assertThat(execute("diff", before.toString(), after.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("articles compared: 6")
        .containsPattern("article came +1")
        .contains("new.txt");

    out.getBuffer().setLength(0);
    assertThat(execute("diff", before.toString(), after.toString(), "--csv")).isZero();
    assertThat(out.toString()).startsWith("article_id,source,kind,change").contains("new.txt");

    assertThat(execute("diff", folder.toString(), after.toString()))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("it has no articles.csv");
  }

  @ParameterizedTest
  @EnumSource
  void statusOfACrashedRunCountsWhatTheLedgerHas(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    change(job, "update run set status = 'RUNNING', finished_at = null, done = 0, failed = 0");

    JsonNode run = json("status", job.toString(), "--json").get("runs").get(0);

    assertThat(run.get("status").asString()).isEqualTo("CRASHED");
    assertThat(run.get("done").asInt()).isEqualTo(6);
    assertThat(run.get("failed").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void statusAnswersWhileTheDatabaseIsInUse(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    try (RunLock lock = RunLock.acquire(address(job), "test")) {
      lock.progress("run 2: 12 of 40 articles");

      assertThat(execute("status", job.toString())).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("Running: process " + ProcessHandle.current().pid(), "12 of 40 articles")
          .containsPattern(" 1 +test +COMPLETED .* 6 +0 +1 ");

      out.getBuffer().setLength(0);
      assertThat(execute("status", job.toString(), "1")).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("found 7, unchanged 0, done 6, failed 1")
          .containsPattern("report +COMPLETED")
          .containsPattern("1 +(read|discover) +Unreadable");

      JsonNode status = json("status", job.toString(), "--json");
      assertThat(status.get("running").asString()).contains("12 of 40 articles");
      assertThat(status.get("runs").get(0).get("done").asInt()).isEqualTo(6);

      assertThat(execute("status", job.toString(), "99")).isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains("Run 99 cannot be looked up while");

      assertThat(execute("sql", job.toString(), "--wait", "0", "select * from run"))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString())
          .contains("No answer: the database is still in use by process", "after 0 s; see --wait");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void whoLooksIsNotStopped(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);

    try (LookLock look =
        LookLock.acquire(address(job), "sql", Patience.of(Duration.ofSeconds(1)))) {
      assertThat(execute("stop", job.toString())).isZero();
    }

    assertThat(out.toString())
        .contains("(sql) only looks at the database and is left alone")
        .contains("Corpus test is not being worked on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncate .data",
        "empty .data",
        "delete .data",
        "garble .data",
        "delete .script",
        "truncate .script",
        "empty .script",
        "garble .script"
      })
  void aDamagedDatabaseIsNamedWithWhatToDo(String damage) throws Exception {
    Path job = job(Kind.HSQLDB, "test");
    run(job);
    Path backup = folder.resolve("backup");
    assertThat(execute("backup", job.toString(), backup.toString())).as(err.toString()).isZero();
    damage(folder.resolve("db/x" + damage.split(" ")[1]), damage.split(" ")[0]);

    for (List<String> command :
        List.of(
            List.of("status"),
            List.of("sql", "select * from quotes, sentence"),
            List.of("export"),
            List.of("run"))) {
      err.getBuffer().setLength(0);
      List<String> line = new ArrayList<>(command);
      line.add(1, job.toString());
      assertThat(execute(line.toArray(String[]::new)))
          .as(command.get(0))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString())
          .as(command.get(0))
          .contains("the database " + folder.resolve("db/x") + " is damaged: ", "repair JOB.yml")
          .doesNotContain("Exception", "at org.");
    }

    assertThat(execute("repair", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("The files that were there are in", "all rows anew");
    run(job);
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void aBackupIsPutBackAndAWholeDatabaseIsLeftAlone(Kind kind) throws Exception {
    Path job = job(kind, "test");
    run(job);
    Path backup = folder.resolve("backup");
    assertThat(execute("backup", job.toString(), backup.toString())).as(err.toString()).isZero();
    assertThat(execute("backup", job.toString(), backup.toString()))
        .as("twice to one folder")
        .isEqualTo(ExitCode.WRONG_USAGE);
    change(job, "delete from article");

    assertThat(execute("repair", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("The database is whole");
    assertThat(number(job, "select count(*) as n from article")).isZero();

    Path wrong = folder.resolve("input");
    assertThat(execute("repair", job.toString(), "--from", wrong.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains(wrong + " is no backup of a database");
    assertThat(number(job, "select count(*) as n from article")).isZero();

    assertThat(execute("repair", job.toString(), "--from", backup.toString()))
        .as(err.toString())
        .isZero();
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(6);
    run(job);
    assertThat(json("status", job.toString(), "--json").get("runs").get(0).get("unchanged").asInt())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void purgeGivesSpaceBack(Kind kind) throws Exception {
    Path job = job(kind, "test");
    GeneratedArticles.write(folder.resolve("input"), 2500, 1);
    run(job);
    Path data = folder.resolve("db/x.data");
    long before = Files.size(data);

    assertThat(execute("purge", job.toString(), "--corpus", "test")).as(err.toString()).isZero();

    assertThat(Files.size(data)).isLessThan(before / 4);
    run(job);
    assertThat(number(job, "select count(*) as n from article")).isEqualTo(2500);
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "truncate" -> Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      case "empty" -> Files.write(file, new byte[0]);
      case "garble" -> {
        byte[] noise = new byte[bytes.length];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, bytes.length / 4, bytes.length / 2);
        Files.write(file, bytes);
      }
      default -> Files.delete(file);
    }
  }

  private static DatabaseAddress address(Path job) {
    return BatchApplication.address(JobFile.read(job, Map.of()));
  }

  private static void change(Path job, String sql) throws Exception {
    DatabaseAddress address = address(job);
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void run(Path job) {
    TestRun.of(JobFile.read(job, Map.of()));
  }

  private JsonNode json(String... arguments) {
    out.getBuffer().setLength(0);
    assertThat(execute(arguments)).as(err.toString()).isZero();
    return JsonMapper.shared().readTree(out.toString());
  }

  private int number(Path job, String sql) {
    out.getBuffer().setLength(0);
    assertThat(execute("sql", job.toString(), "--csv", sql)).as(err.toString()).isZero();
    return Integer.parseInt(out.toString().lines().skip(1).findFirst().orElseThrow());
  }

  private Path job(Kind kind, String corpus) throws Exception {
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

  private int execute(String... arguments) {
    CommandLine commandLine = MainCommand.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
