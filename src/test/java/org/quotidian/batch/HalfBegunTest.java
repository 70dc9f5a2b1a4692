package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A kill between the records that Spring Batch and the run make of the run: at its beginning, with
 * an instance but no execution yet, and at its end, with all steps done.
 */
class HalfBegunTest {

  @TempDir private Path folder;

  @Test
  void theSameCommandGoesOn() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 3, 5);
    JobSettings job = TestRun.job(folder, Map.of());
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(
                job, lock, new StopSignal(), Progress.NONE, new TestAnnotators())) {
      context
          .getBean(JobRepository.class)
          .createJobInstance(
              ExtractionJob.NAME,
              new JobParametersBuilder()
                  .addString(ExtractionJob.CORPUS, job.corpus())
                  .addLong(ExtractionJob.RUN, 1L)
                  .toJobParameters());
    }

    RunResult result = TestRun.of(job);

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(3);
  }

  @Test
  void aRunThatOnlyHadToBeNotedAsDoneIs() throws Exception {
    GeneratedArticles.write(folder.resolve("input"), 3, 5);
    JobSettings job = TestRun.job(folder, Map.of());
    TestRun.of(job);
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(
                job, lock, new StopSignal(), Progress.NONE, new TestAnnotators())) {
      context.getBean(Runs.class).status(1, Run.Status.RUNNING);
    }

    RunResult result = TestRun.of(job);

    assertThat(result.run().runId()).isEqualTo(1);
    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(3);
    assertThat(TestRun.of(job).run().runId()).isEqualTo(2);
  }
}
