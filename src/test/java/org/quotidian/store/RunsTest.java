package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private Run found(Run run) {
      return runs.find(run.runId()).orElseThrow();
    }

    @Test
    void aRunBeginsWithNothingDone() {
      Instant before = Instant.now();
      Run run = runs.begin("news", true, "fingerprint", "scope", "/output");

      assertThat(run)
          .isEqualTo(
              new Run(
                  run.runId(),
                  "news",
                  Run.Status.RUNNING,
                  true,
                  "fingerprint",
                  "scope",
                  "/output",
                  null,
                  null,
                  run.startedAt(),
                  null,
                  0,
                  0,
                  0,
                  0,
                  0,
                  "",
                  ""));
      assertThat(run.startedAt()).isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
      assertThat(runs.find(run.runId())).contains(run);
      assertThat(runs.find(-1)).isEmpty();
    }

    @Test
    void runsAreFoundByTheirCorpus() {
      Run first = begin("news");
      Run second = begin("news");
      Run other = begin("other");
      Run third = begin("news");
      runs.status(first.runId(), Run.Status.COMPLETED);
      runs.status(second.runId(), Run.Status.FAILED);

      assertThat(runs.last("news")).contains(third);
      assertThat(runs.last("none")).isEmpty();
      assertThat(runs.lastCompleted("news")).contains(found(first));
      assertThat(runs.lastCompleted("other")).isEmpty();
      assertThat(runs.before(third)).contains(found(second));
      assertThat(runs.before(first)).isEmpty();
      assertThat(runs.latest(2)).containsExactly(third, other);
      assertThat(runs.of("news")).containsExactly(first.runId(), second.runId(), third.runId());
    }

    @Test
    void whatTheRunBeforeLeftHoldsIfItWasCompletedAndNoRowChangedSince() {
      Run before = begin("news");
      Run run = begin("news");
      assertThat(runs.beforeWithSameRows(run)).as("it was not completed").isEmpty();

      runs.status(before.runId(), Run.Status.COMPLETED);
      assertThat(runs.beforeWithSameRows(run)).contains(found(before));

      runs.removed(run.runId(), 1);
      assertThat(runs.beforeWithSameRows(found(run))).as("rows were removed").isEmpty();
      runs.discovered(run.runId(), 4, 1);
      assertThat(runs.beforeWithSameRows(found(run))).as("articles are new").isEmpty();
    }

    @Test
    void howARunEndedIsKeptUntilItGoesOn() {
      Run run = begin("news");

      runs.status(run.runId(), Run.Status.FAILED, "no \0 room");
      assertThat(found(run).status()).isEqualTo(Run.Status.FAILED);
      assertThat(found(run).problem()).isEqualTo("no   room");
      assertThat(found(run).finishedAt()).isNotNull();
      runs.status(run.runId(), Run.Status.FAILED, "x".repeat(5000));
      assertThat(found(run).problem()).hasSize(4000);

      runs.status(run.runId(), Run.Status.RUNNING);
      assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void whatWasFoundRemovedExportedAndReportedIsNotedOfOneRun() {
      Run run = begin("news");
      Run other = begin("news");

      runs.discovered(run.runId(), 12, 4);
      runs.removed(run.runId(), 2);
      runs.removed(run.runId(), 3);
      runs.exported(run.runId(), "files");
      runs.reported(run.runId(), "report", "");

      Run noted = found(run);
      assertThat(List.of(noted.items(), noted.pending(), noted.unchanged(), noted.removed()))
          .containsExactly(12, 4, 8, 5);
      assertThat(noted.exported()).isEqualTo("files");
      assertThat(noted.reported()).isEqualTo("report");
      assertThat(found(other)).isEqualTo(other);
    }

    @Test
    void warningsAreAddedUp() {
      Run run = begin("news");
      runs.reported(run.runId(), null, "no report");
      assertThat(found(run).reported()).isNull();

      runs.warn(found(run), "no metrics");
      assertThat(found(run).warning()).isEqualTo("no report; no metrics");
    }

    @Test
    void theLedgerIsCountedOfOneRun() {
      write(begin("news"), "earlier");
      Run run = begin("news");
      find(run, "a", "b", "c", "d");
      write(run, "a", "b");
      fail(run, "c");

      Run soFar = runs.soFar(run.runId()).orElseThrow();
      assertThat(soFar).isEqualTo(run.with(2, 1));
      assertThat(runs.failures(run.runId())).isEqualTo(1);
      assertThat(runs.remaining(run.runId())).isEqualTo(1);
      assertThat(found(run).done()).as("not counted yet").isZero();

      runs.extracted(run.runId());
      assertThat(found(run)).isEqualTo(run.with(2, 1));
      assertThat(runs.soFar(-1)).isEmpty();
    }

    @Test
    void reasonsOfFailureComeMostFirst() {
      Run run = begin("news");
      fail(run, "a", "b");
      store.write(
          run,
          List.of(),
          List.of(new Failure("1", "c", "", null, "quotes", "Slow", "")),
          DONE,
          FAILED);
      fail(begin("news"), "of another run");

      assertThat(runs.failuresByReason(run.runId()))
          .containsExactly(
              new CorpusStatistics.Failures("read", "TooLarge", 2),
              new CorpusStatistics.Failures("quotes", "Slow", 1));
    }

    /** Spring Batch stores local times without a time zone. */
    @Test
    void stepsComeWithTheirTimes() {
      LocalDateTime start = LocalDateTime.of(2026, 5, 4, 2, 15);
      Run run = begin("news");
      step(1, run, "discover", "COMPLETED", start, start.plusSeconds(2));
      step(2, run, "extract", "STARTED", start.plusSeconds(3), null);
      step(3, begin("other"), "discover", "COMPLETED", start, start);

      Instant instant = start.atZone(ZoneId.systemDefault()).toInstant();
      assertThat(runs.steps(run.runId()))
          .containsExactly(
              new RunStep("discover", "COMPLETED", instant, instant.plusSeconds(2), 7, 5),
              new RunStep("extract", "STARTED", instant.plusSeconds(3), null, 7, 5));
    }

    private void step(
        int id,
        Run run,
        String name,
        String status,
        LocalDateTime start,
        @Nullable LocalDateTime end) {
      client
          .sql("insert into batch_job_instance values (?, 0, 'job', ?)")
          .params(id, "k" + id)
          .update();
      client
          .sql(
              "insert into batch_job_execution (job_execution_id, job_instance_id, create_time)"
                  + " values (?, ?, ?)")
          .params(id, id, start)
          .update();
      client
          .sql("insert into batch_job_execution_params values (?, 'run', 'java.lang.Long', ?, 'Y')")
          .params(id, String.valueOf(run.runId()))
          .update();
      client
          .sql(
              """
              insert into batch_step_execution (step_execution_id, version, step_name,
                job_execution_id, create_time, start_time, end_time, status, read_count, write_count)
              values (?, 0, ?, ?, ?, ?, ?, ?, 7, 5)
              """)
          .params(Arrays.asList(id, name, id, start, start, end, status))
          .update();
    }

    @Test
    void onlyTheRecordOfTheRunItselfIsRemoved() {
      Run run = begin("news");
      Run other = begin("news");
      find(run, "a");

      runs.remove(run.runId());

      assertThat(runs.latest(9)).containsExactly(other);
      assertThat(manifest.sources(run.runId())).isNotEmpty();
    }
  }
}
