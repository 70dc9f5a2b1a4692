package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotidian.batch.GeneratedArticles;
import org.quotidian.batch.TestRun;
import org.quotidian.job.JobFile;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import org.quotidian.store.RunLock;
import tools.jackson.databind.JsonNode;

/** The commands that show, compare and remove runs, on both databases. */
class DatabaseCommandsTest extends DatabaseCommands {
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
    assertThat(out.toString()).contains("Articles that failed: 1; see " + folder.resolve("output"));

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
        .contains("Run 1: Warning: report.html was not written; the next run tries again: ")
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
    TestRun.of(JobFile.read(job, Map.of("limits.failures", "3", "chunk-size", "2"), List.of()));

    assertThat(execute("status", job.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Run 1: It failed in step extract: ")
        .contains("more than the 3 that limits.failures allows")
        .contains("Log: " + folder.resolve("output/quotidian.log"))
        .contains("'run' continues where it stopped")
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
    TestRun.of(JobFile.read(job, Map.of("corpus", "gone"), List.of()));
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
    assertThat(err.toString()).contains("say what to remove", "'long' is not a time such as 90d");
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
      assertThat(err.toString()).contains("Run 99 cannot be shown while");

      assertThat(execute("sql", job.toString(), "--wait", "0", "select * from run"))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString())
          .contains("No result: the database is still in use by process", "after 0 s; see --wait");
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
        .contains("(sql) only reads the database and is not stopped")
        .contains("Corpus test has no run in progress");
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
}
