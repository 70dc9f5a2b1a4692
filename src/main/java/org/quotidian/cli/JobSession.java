package org.quotidian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.quotidian.annotate.Language;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.Launcher;
import org.quotidian.batch.OwnFiles;
import org.quotidian.batch.Progress;
import org.quotidian.batch.RunResult;
import org.quotidian.job.JobFileException;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Damage;
import org.quotidian.store.LostWrites;
import org.quotidian.store.Patience;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.StoreException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start of a job from the command line: takes the lock, runs the job and reports how it ended.
 * A termination signal ends it as STOPPED.
 */
final class JobSession {

  private final JobSettings settings;
  private final PrintWriter out;
  private final PrintWriter err;
  private final TerminationSignal signal;

  JobSession(JobSettings settings, PrintWriter out, PrintWriter err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
    this.signal = new TerminationSignal(out, err);
  }

  /** Continues the unfinished run or begins a new one. */
  int run() throws Exception {
    return work(false);
  }

  /** Continues the unfinished run. Without one, ends with {@link ExitCode#WRONG_USAGE}. */
  int restart() throws Exception {
    return work(true);
  }

  private int work(boolean onlyUnfinished) throws Exception {
    OwnFiles.check(settings);
    checkOutput(Path.of(settings.output()));
    checkWorkers();
    checkMemory(settings);
    return signal.during(
        () -> {
          try (RunLock lock = lock()) {
            try {
              Optional<RunResult> result = run(lock, onlyUnfinished);
              LostWrites.check(); // closing the database writes to disk too
              return told(result);
            } catch (RuntimeException e) {
              throw FullDisk.of(settings)
                  .<RuntimeException>map(full -> new StoreException(failed(full), e))
                  .orElseGet(() -> cause(e));
            }
          } catch (CancellationException e) {
            err.println("Stopped before the run began.");
            return ExitCode.STOPPED;
          }
        });
  }

  /** The cause of the failure, as an exception with a message for people if there is one. */
  private RuntimeException cause(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException inWords) {
        return inWords;
      }
    }
    return Damage.named(BatchApplication.address(settings), failure);
  }

  private RunLock lock() {
    return RunLock.acquire(
        BatchApplication.address(settings),
        settings.corpus(),
        new Patience(Patience.OF_A_RUN, line -> say(err, line), signal.stop()::isRequested));
  }

  /** Takes the lock for another command that writes; reports on {@code err} whom it waits for. */
  static RunLock lock(JobSettings settings, PrintWriter err) {
    return RunLock.acquire(
        BatchApplication.address(settings),
        settings.corpus(),
        new Patience(Patience.OF_A_RUN, line -> say(err, line)));
  }

  static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private static String failed(String reason) {
    return "The run failed: " + reason + ". Once there is more space, the same command continues.";
  }

  private void checkWorkers() {
    if (settings.workers().mode() == JobSettings.Mode.REMOTE) {
      checkDatabaseForWorkers(settings);
    }
  }

  /** The models of the languages must fit into memory before a night begins, not in the middle. */
  static void checkMemory(JobSettings settings) {
    try {
      Language.checkMemory(Language.chosen(settings.languages()), Runtime.getRuntime().maxMemory());
    } catch (IllegalArgumentException e) {
      throw new JobFileException("languages: " + e.getMessage());
    }
  }

  /** Workers and the process that waits for them communicate through a database server. */
  static void checkDatabaseForWorkers(JobSettings settings) {
    if (!BatchApplication.address(settings).isPostgres()) {
      throw new JobFileException(
          "database.url: workers on other machines need PostgreSQL, not "
              + BatchApplication.address(settings).shown()
              + "; set database.url, or run without --workers remote");
    }
  }

  /** Reports an output folder that cannot be created or written to before any work starts. */
  static void checkOutput(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
    } catch (IOException e) {
      throw new JobFileException("output: the folder " + absolute + " cannot be created: " + e);
    }
    if (!Files.isWritable(absolute)) {
      throw new JobFileException("output: the folder " + absolute + " cannot be written to");
    }
  }

  private Optional<RunResult> run(RunLock lock, boolean onlyUnfinished) {
    try (ConfigurableApplicationContext context =
        BatchApplication.open(settings, lock, signal.stop(), progress())) {
      Launcher launcher = context.getBean(Launcher.class);
      return onlyUnfinished && launcher.unfinished().isEmpty()
          ? Optional.empty()
          : Optional.of(launcher.run());
    }
  }

  private int told(Optional<RunResult> ended) {
    if (ended.isEmpty()) {
      err.println(
          "corpus "
              + settings.corpus()
              + " has no unfinished run to continue with these settings; use 'run'");
      return ExitCode.WRONG_USAGE;
    }
    RunResult result = ended.get();
    new RunMessage(settings, out, err).print(result);
    return exitCode(result);
  }

  private int exitCode(RunResult result) {
    Run run = result.run();
    return switch (run.status()) {
      case COMPLETED ->
          run.failed() > 0 && settings.tellFailures() ? ExitCode.ARTICLES_FAILED : ExitCode.DONE;
      case STOPPED -> ExitCode.STOPPED;
      default -> ExitCode.FAILED;
    };
  }

  private Progress progress() {
    return Terminal.isInteractive() ? new BarProgress() : new LineProgress(err, System::nanoTime);
  }
}
