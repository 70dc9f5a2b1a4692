package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries to the database, and who may make them, on both databases. */
class SqlCommandTest extends DatabaseCommands {
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
        .contains("to see the columns of a view: select * from quotes fetch first row only");
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
    assertThat(err.toString()).contains("only a query is accepted").doesNotContain("at org.");
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

    assertThat(err.toString()).contains("cancelled after 1 s").doesNotContain("at org.");
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
}
