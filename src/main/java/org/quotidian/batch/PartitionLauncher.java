package org.quotidian.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quotidian.batch.remote.Worker;
import org.quotidian.batch.remote.Worker.Ending;
import org.quotidian.batch.remote.Worker.Outcome;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.quotidian.store.RunPartition;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs the extract step on a partition, as a job execution of its own. */
final class PartitionLauncher implements Worker.Work {

  private final Job job;
  private final JobOperator operator;
  private final JobSettings settings;
  private final Manifest manifest;

  PartitionLauncher(Job partition, JobOperator operator, JobSettings settings, Manifest manifest) {
    this.job = partition;
    this.operator = operator;
    this.settings = settings;
    this.manifest = manifest;
  }

  @Override
  public Outcome on(RunPartition partition) {
    try {
      Optional<String> unseen = unseen(partition);
      if (unseen.isPresent()) {
        return new Outcome(
            Ending.UNFIT,
            unseen.get()
                + ": a worker needs the inputs at the same path as the process that started the run");
      }
      return outcome(operator.start(job, parameters(partition, settings.corpus())));
    } catch (JobExecutionException | DataAccessException | TransactionException e) {
      return new Outcome(Ending.GIVEN_BACK, e.toString());
    }
  }

  /** A problem with a folder of the inputs that does not exist on this machine; else empty. */
  private Optional<String> unseen(RunPartition partition) {
    List<ManifestItem> first =
        manifest.pending(partition.runId(), partition.firstSeq() - 1, partition.lastSeq(), 1);
    return first.stream()
        .map(item -> item.found().file().toAbsolutePath().getParent())
        .filter(Objects::nonNull)
        .flatMap(folder -> trouble(folder).stream())
        .findFirst();
  }

  /**
   * Folders that can be reached only through a link are not read; see {@link
   * org.quotidian.source.FoundFile}.
   */
  private static Optional<String> trouble(Path folder) {
    try {
      Path real = folder.toRealPath();
      return real.equals(folder)
          ? Optional.empty()
          : Optional.of(folder + " is reached through a link, from " + real);
    } catch (IOException e) {
      return Optional.of(folder + " does not exist");
    }
  }

  private static Outcome outcome(JobExecution execution) {
    return switch (execution.getStatus()) {
      case COMPLETED -> new Outcome(Ending.DONE, "");
      case STOPPED, STOPPING -> new Outcome(Ending.GIVEN_BACK, "the worker was stopped");
      default -> {
        boolean hopeless =
            execution.getAllFailureExceptions().stream()
                .anyMatch(FailureLimitException.class::isInstance);
        yield new Outcome(
            hopeless ? Ending.FAILED : Ending.GIVEN_BACK,
            String.join("; ", Launcher.errors(execution)));
      }
    };
  }

  private static JobParameters parameters(RunPartition partition, String corpus) {
    return new JobParametersBuilder()
        .addString(ExtractionJob.CORPUS, corpus)
        .addLong(ExtractionJob.RUN, (long) partition.runId())
        .addLong(ExtractionJob.PART, (long) partition.part())
        .addString(ExtractionJob.TOKEN, partition.token())
        .addLong(ExtractionJob.FIRST, (long) partition.firstSeq(), false)
        .addLong(ExtractionJob.LAST, (long) partition.lastSeq(), false)
        .addLong(ExtractionJob.ARTICLES, (long) partition.articles(), false)
        .toJobParameters();
  }

  /** The partition that a job execution works on; empty if it works on a whole run. */
  static Optional<RunPartition> partition(JobParameters parameters) {
    String token = parameters.getString(ExtractionJob.TOKEN);
    return token == null
        ? Optional.empty()
        : Optional.of(
            new RunPartition(
                number(parameters, ExtractionJob.RUN),
                number(parameters, ExtractionJob.PART),
                number(parameters, ExtractionJob.FIRST),
                number(parameters, ExtractionJob.LAST),
                number(parameters, ExtractionJob.ARTICLES),
                token));
  }

  private static int number(JobParameters parameters, String name) {
    return Objects.requireNonNull(parameters.getLong(name), name).intValue();
  }
}
