package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.RunStep;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Publishes the progress of a run in the text of its lock and, every second, in {@link StatusFile},
 * because others cannot use the database meanwhile. It makes no queries while articles are
 * processed. If the file cannot be written, the run continues and the log has a warning.
 */
final class LiveStatus implements JobExecutionListener {

  private static final Logger log = LoggerFactory.getLogger(LiveStatus.class);
  private static final int RUNS = 10; // as many as 'status' shows

  private final Runs runs;
  private final RunLock lock;
  private final Path folder;
  private final boolean needed;

  private List<Run> earlierRuns = List.of();
  private List<RunStep> earlierSteps = List.of();
  private int done;
  private int failed;
  private @Nullable Run run;
  private @Nullable JobExecution execution;
  private @Nullable ScheduledExecutorService clock;
  private @Nullable StatusFile written;

  LiveStatus(Runs runs, RunLock lock, DatabaseAddress database, Path folder) {
    this.runs = runs;
    this.lock = lock;
    this.folder = folder;
    this.needed = database.file().isPresent(); // other databases can be queried during a run
  }

  @Override
  public synchronized void beforeJob(JobExecution begun) {
    if (!needed) {
      return;
    }
    Long number = begun.getJobParameters().getLong(ExtractionJob.RUN);
    Run soFar = runs.soFar(number == null ? 0 : number.intValue()).orElseThrow();
    run = soFar;
    done = soFar.done();
    failed = soFar.failed();
    earlierRuns =
        runs.latest(RUNS).stream().filter(other -> other.runId() != soFar.runId()).toList();
    earlierSteps = runs.steps(soFar.runId());
    execution = begun;
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("status-");
    daemons.setDaemon(true);
    clock = Executors.newSingleThreadScheduledExecutor(daemons);
    clock.scheduleWithFixedDelay(this::tell, 0, 1, TimeUnit.SECONDS);
  }

  /** Called after each chunk with the number of articles in it. */
  synchronized void extracted(Run current, int newlyDone, int newlyFailed) {
    done += newlyDone;
    failed += newlyFailed;
    run = current.with(done, failed);
    lock.progress(
        "run "
            + current.runId()
            + ": "
            + (done + failed)
            + " of "
            + current.pending()
            + " articles");
  }

  @Override
  public synchronized void afterJob(JobExecution ended) {
    if (clock != null) {
      clock.shutdown();
      execution = null;
    }
  }

  /** Publishes how the run ended. */
  synchronized void ended(Run ended) {
    if (needed) {
      write(
          new StatusFile(
              ended.runId(),
              runs.latest(RUNS),
              runs.steps(ended.runId()),
              runs.failuresByReason(ended.runId())));
    }
  }

  private synchronized void tell() {
    if (run != null && execution != null) {
      Stream<RunStep> steps =
          execution.getStepExecutions().stream()
              .filter(step -> step.getStartTime() != null)
              .map(LiveStatus::step);
      write(
          new StatusFile(
              run.runId(),
              Stream.concat(Stream.of(run), earlierRuns.stream()).limit(RUNS).toList(),
              Stream.concat(earlierSteps.stream(), steps).toList(),
              List.of()));
    }
  }

  private void write(StatusFile status) {
    if (status.equals(written)) {
      return;
    }
    try {
      status.write(folder);
      written = status;
    } catch (IOException | RuntimeException e) {
      log.warn("status.json could not be written: {}", e.toString());
    }
  }

  private static RunStep step(StepExecution step) {
    return new RunStep(
        step.getStepName(),
        step.getStatus().name(),
        instant(step.getStartTime()),
        instant(step.getEndTime()),
        step.getReadCount(),
        step.getWriteCount());
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
  }
}
