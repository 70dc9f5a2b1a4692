package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quotidian.store.LineStore.Lines;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class PurgeTest {

  private static final Instant NOW = Instant.parse("2026-05-04T02:15:00Z");

  @Test
  void runsSinceTheNewestThatCameToItsEndAreKept() {
    List<Run> runs =
        List.of(
            run(7, "news", Run.Status.FAILED),
            run(6, "news", Run.Status.ABANDONED), // it may have changed rows
            run(5, "news", Run.Status.COMPLETED),
            run(4, "other", Run.Status.STOPPED),
            run(3, "other", Run.Status.ABANDONED), // never completed, so nothing is up to date
            run(2, "news", Run.Status.ABANDONED),
            run(1, "news", Run.Status.COMPLETED));

    assertThat(Purge.old(runs, 0, NOW)).extracting(Run::runId).containsExactly(3, 2, 1);
  }

  private static Run run(int number, String corpus, Run.Status status) {
    return new Run(
        number,
        corpus,
        status,
        false,
        "",
        "",
        "",
        null,
        null,
        NOW.minusSeconds(60),
        null,
        0,
        0,
        0,
        0,
        0,
        "",
        "");
  }

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private static final List<String> OF_SPRING_BATCH =
        List.of(
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context");

    private Purge purge() {
      return new Purge(database.dataSource());
    }

    /** A run with two articles, one of them failed, and everything that belongs to it. */
    private Run runWithAll(String corpus) {
      Run run = begin(corpus);
      find(run, "a", "b");
      write(run, "a");
      fail(run, "b");
      new Sightings(jdbc, transactions()).note(run);
      new LineStore(jdbc).write(corpus, "f", List.of(new Lines(id(run, "a"), "a", "1")));
      new InputFiles(jdbc)
          .add(run.runId(), 0, "", List.of(new KnownFile("a", "", 1, false, true, true)));
      jdbc.update("insert into corpus_owner values (?, 'token')", corpus);
      return run;
    }

    private List<Integer> countsOfSpringBatch() {
      return OF_SPRING_BATCH.stream().map(this::count).toList();
    }

    @Test
    void aCorpusIsRemovedWholeAndAnotherIsLeftAlone() {
      runWithAll("gone");
      Run kept = runWithAll("kept");

      assertThat(purge().articles("gone")).isEqualTo(2);
      purge().removeCorpus("gone");

      assertThat(purge().articles("gone")).isZero();
      assertThat(purge().articles("kept")).isEqualTo(2);
      for (String table :
          List.of(
              "article",
              "sentence",
              "entity",
              "quote",
              "signature",
              "short_lines",
              "corpus_owner",
              "input_files",
              "run")) {
        assertThat(count(table)).as(table).isEqualTo(1);
      }
      assertThat(List.of(count("ledger"), count("sighting"), count("manifest")))
          .containsExactly(2, 2, 2);
      assertThat(runs.latest(9)).containsExactly(kept);
    }

    @Test
    void linesOfRunsThatBrokeOffAreRemovedToo() {
      new LineStore(jdbc).write("gone", "f", List.of(new Lines("1", "a", "1")));

      purge().removeCorpus("gone");

      assertThat(count("short_lines")).isZero();
    }

    @Test
    void manyArticlesAreRemovedInParts() {
      Run run = begin("gone");
      for (int i = 0; i < 6; i++) {
        String part = i + "/";
        fail(run, IntStream.range(0, 100).mapToObj(j -> part + j).toArray(String[]::new));
      }

      purge().removeCorpus("gone");

      assertThat(count("ledger")).isZero();
    }

    @Test
    void aRunIsRemovedAndTheRowsOfItsArticlesStay() {
      Run run = runWithAll("news");

      purge().removeRun(run.runId());

      assertThat(List.of(count("run"), count("manifest"), count("input_files")))
          .containsExactly(0, 0, 0);
      assertThat(List.of(count("article"), count("ledger"), count("sighting")))
          .containsExactly(1, 2, 2);
    }

    @Test
    void theRecordsOfSpringBatchGoWithTheirRun() throws Exception {
      JobRepository repository = repository();
      Run kept = begin("news");
      record(repository, kept);
      List<Integer> before = countsOfSpringBatch();
      Run gone = begin("news");
      JobInstance instance = record(repository, gone);
      restart(repository, instance, gone);

      purge().removeRun(gone.runId());

      assertThat(countsOfSpringBatch()).isEqualTo(before).doesNotContain(0);
      assertThat(runs.steps(kept.runId())).hasSize(1);
      assertThat(runs.steps(gone.runId())).isEmpty();
    }

    private JobRepository repository() throws Exception {
      var factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(database.dataSource());
      factory.setTransactionManager(transactions());
      factory.afterPropertiesSet();
      return factory.getObject();
    }

    private static JobInstance record(JobRepository repository, Run run) {
      JobInstance instance = repository.createJobInstance("extraction", parameters(run));
      restart(repository, instance, run);
      return instance;
    }

    /** An interrupted execution, whose process is gone. */
    private static void restart(JobRepository repository, JobInstance instance, Run run) {
      JobExecution execution =
          repository.createJobExecution(instance, parameters(run), new ExecutionContext());
      repository.createStepExecution("discover", execution);
    }

    private static JobParameters parameters(Run run) {
      return new JobParametersBuilder()
          .addString("corpus", run.corpus())
          .addLong("run", (long) run.runId())
          .toJobParameters();
    }
  }
}
