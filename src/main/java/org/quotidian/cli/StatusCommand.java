package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: the last runs. */
@Command(
    name = "status",
    description = {
      "Shows the last runs of every corpus in the job's database: when, how long, how many articles,"
          + " and where the output is.",
      "While a run is at work, shows how far it is."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian status jobs/nightly.yml --last 30")
final class StatusCommand implements Callable<Integer> {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Option(names = "--last", paramLabel = "N", description = "How many runs (${DEFAULT-VALUE}).")
  private int last = 10;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    PrintWriter out = spec.commandLine().getOut();
    try (RunLock lock = RunLock.acquire(address, settings.corpus())) {
      table(address, out, run -> address.isPostgres() && isAlive(address, run));
    } catch (AlreadyRunningException e) {
      out.println("Running: " + Objects.requireNonNullElse(e.holder(), "another process"));
      if (address.isPostgres()) {
        table(address, out, run -> isAlive(address, run));
      }
    }
    return ExitCode.DONE;
  }

  /** On PostgreSQL every corpus has a lock of its own. */
  private static boolean isAlive(DatabaseAddress address, Run run) {
    return RunLock.holder(address, run.corpus()).isPresent();
  }

  private void table(DatabaseAddress address, PrintWriter out, Predicate<Run> alive) {
    Optional<Database> opened = Database.open(address);
    if (opened.isEmpty()) {
      out.println("No run yet in " + address.url());
      return;
    }
    try (Database database = opened.get()) {
      List<Run> runs = database.runs().latest(last);
      if (runs.isEmpty()) {
        out.println("No run yet in " + address.url());
        return;
      }
      out.printf(
          "%4s  %-16s  %-10s  %-16s  %10s  %9s  %9s  %7s  %s%n",
          "run", "corpus", "status", "started", "took", "done", "unchanged", "failed", "output");
      for (Run run : runs) {
        out.printf(
            Locale.ROOT,
            "%4d  %-16s  %-10s  %-16s  %10s  %,9d  %,9d  %,7d  %s%n",
            run.runId(),
            run.corpus(),
            status(run, alive),
            MINUTE.format(run.startedAt()),
            took(run),
            run.done(),
            run.unchanged(),
            run.failed(),
            run.output());
      }
    }
  }

  /** A run that nobody works on, yet is not marked as ended, has crashed. */
  private static String status(Run run, Predicate<Run> alive) {
    boolean crashed = run.status() == Run.Status.RUNNING && !alive.test(run);
    return crashed ? "CRASHED" : run.status().name();
  }

  private static String took(Run run) {
    Instant finished = run.finishedAt();
    return finished == null ? "" : Durations.words(Duration.between(run.startedAt(), finished));
  }
}
