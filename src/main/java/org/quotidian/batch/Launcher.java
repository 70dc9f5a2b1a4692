package org.quotidian.batch;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.quotidian.job.JobSettings;
import org.quotidian.store.CorpusOwner;
import org.quotidian.store.Damage;
import org.quotidian.store.Manifest;
import org.quotidian.store.Partitions;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Starts or continues the job. The caller holds the run lock, so an execution that Spring Batch
 * still records as running must belong to a dead process.
 */
public final class Launcher {

  private static final Logger log = LoggerFactory.getLogger(Launcher.class);

  private final Job job;
  private final JobOperator operator;
  private final JobRepository repository;
  private final Runs runs;
  private final JobSettings settings;
  private final Fingerprint fingerprint;
  private final RunMetrics metrics;
  private final LiveStatus live;
  private final CorpusOwner owner;
  private final DataSource dataSource;
  private final Partitions partitions;
  private final Manifest manifest;

  Launcher(
      Job extraction,
      JobOperator operator,
      JobRepository repository,
      Runs runs,
      JobSettings settings,
      Fingerprint fingerprint,
      RunMetrics metrics,
      LiveStatus live,
      CorpusOwner owner,
      DataSource dataSource,
      Partitions partitions,
      Manifest manifest) {
    this.partitions = partitions;
    this.manifest = manifest;
    this.job = extraction;
    this.operator = operator;
    this.repository = repository;
    this.runs = runs;
    this.settings = settings;
    this.fingerprint = fingerprint;
    this.metrics = metrics;
    this.live = live;
    this.owner = owner;
    this.dataSource = dataSource;
  }

  /** The last run of the corpus, if it is unfinished and can still be continued. */
  public Optional<Run> unfinished() {
    return runs.last(settings.corpus())
        .filter(run -> run.status().isUnfinished())
        .filter(run -> run.scope().equals(fingerprint.scope(settings)))
        .filter(run -> run.fullRun() || settings.incremental());
  }

  /**
   * Continues the unfinished run or begins a new one, and waits until it ends.
   *
   * @throws IllegalStateException if Spring Batch refuses to start it, which should never happen
   */
  public RunResult run() {
    owner.take(dataSource);
    if (BatchApplication.address(settings).isPostgres()) {
      // Workers may still be running although the process they work for is gone.
      partitions.withdraw(settings.corpus());
    }
    var dead = new DeadExecutions(repository, operator, settings.corpus());
    dead.recover(job.getName());
    dead.recover(ExtractionJob.PARTITION);
    Optional<Run> unfinished = unfinished();
    Run run = unfinished.orElseGet(this::begin);
    runs.status(run.runId(), Run.Status.RUNNING);
    log.info(
        "run {} of corpus {} {}",
        run.runId(),
        run.corpus(),
        unfinished.isPresent() ? "continues" : "begins");
    JobExecution execution;
    try (RunMetrics.Watch watch = metrics.watch(run.runId())) {
      execution = start(run);
    }
    Run.Status status = status(execution.getStatus());
    List<String> errors =
        execution.getAllFailureExceptions().stream()
            .flatMap(failure -> Damage.told(BatchApplication.address(settings), failure).stream())
            .findFirst()
            .map(damaged -> List.of(String.valueOf(damaged.getMessage())))
            .orElseGet(() -> errors(execution));
    runs.status(run.runId(), status, String.join("; ", errors));
    if (status == Run.Status.COMPLETED) {
      manifest.forgetSettled(
          run.runId()); // removed here because the next run may have nothing else to do
    }
    Run ended = runs.find(run.runId()).orElseThrow();
    log.info(
        "run {} of corpus {} is {}: articles done {}, failed {}, unchanged {}; {}",
        run.runId(),
        run.corpus(),
        status,
        ended.done(),
        ended.failed(),
        ended.unchanged(),
        errors);
    metrics.tell(ended).ifPresent(problem -> runs.warn(ended, problem));
    Run told = runs.find(run.runId()).orElseThrow();
    live.ended(told);
    return new RunResult(told, unfinished.isPresent(), errors);
  }

  private Run begin() {
    runs.last(settings.corpus())
        .filter(run -> run.status().isUnfinished())
        .ifPresent(this::abandon);
    return runs.begin(
        settings.corpus(),
        !settings.incremental(),
        fingerprint.done(),
        fingerprint.scope(settings),
        java.nio.file.Path.of(settings.output()).toAbsolutePath().normalize().toString());
  }

  private void abandon(Run run) {
    runs.extracted(run.runId()); // a crashed run has not stored its counts
    runs.status(run.runId(), Run.Status.ABANDONED);
  }

  private JobExecution start(Run run) {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString(ExtractionJob.CORPUS, run.corpus())
            .addLong(ExtractionJob.RUN, (long) run.runId())
            .toJobParameters();
    forgetHalfBegun(parameters);
    JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
    if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
      log.info("run {} had done all its steps when its process died", run.runId());
      return last;
    }
    try {
      return operator.start(job, parameters);
    } catch (JobExecutionException e) {
      throw new IllegalStateException(
          "run " + run.runId() + " cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * Removes an instance without an execution, which Spring Batch would refuse to start forever. A
   * kill between the two transactions that store the instance and its first execution leaves one
   * behind.
   */
  private void forgetHalfBegun(JobParameters parameters) {
    JobInstance instance = repository.getJobInstance(job.getName(), parameters);
    if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
      log.info("recovering from a crash at the start of job instance {}", instance.getId());
      repository.deleteJobInstance(instance);
    }
  }

  private static Run.Status status(BatchStatus status) {
    return switch (status) {
      case COMPLETED -> Run.Status.COMPLETED;
      case STOPPED, STOPPING -> Run.Status.STOPPED;
      default -> Run.Status.FAILED;
    };
  }

  static List<String> errors(JobExecution execution) {
    return execution.getAllFailureExceptions().stream().map(RootCause::words).distinct().toList();
  }
}
