package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.StatusFile;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.CorpusStatistics;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LockHolder;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.RunStep;
import org.quotidian.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: shows the last runs, or one of them. */
@Command(
    name = "status",
    description = {
      "Shows the last runs of every corpus in the job's database: start, duration, number of articles"
          + " and output folder. With RUN, shows the steps of that run and why articles failed.",
      "Also shows the progress of a run. While a run uses an HSQLDB database, its progress is read"
          + " from status.json in the output folder."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian status jobs/nightly.yml --last 30",
      "  quotidian status jobs/nightly.yml 12",
      "  quotidian status jobs/nightly.yml --json"
    })
final class StatusCommand implements Callable<Integer> {

  /**
   * How long to wait for other readers of an HSQLDB file. After that, the last run's status file is
   * shown.
   */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "Number of a run.")
  private @Nullable Integer runId;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "How many runs to show (${DEFAULT-VALUE}).")
  private int last = 10;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    if (address.file().isEmpty()) { // a server allows many connections
      return ask(settings, RunLock.holder(address, settings.corpus()).orElse(null));
    }
    try (LookLock look =
        LookLock.acquireUnlessRunning(address, "status", Patience.of(LONGEST_WAIT))) {
      return ask(settings, null);
    } catch (AlreadyRunningException e) {
      return read(settings, e.holder(), RunLock.holder(address, settings.corpus()).isPresent());
    }
  }

  /** The runs to show, from the database or from a run's status file. */
  private record Known(
      List<Run> runs,
      Predicate<Run> alive,
      IntFunction<List<RunStep>> steps,
      IntFunction<List<CorpusStatistics.Failures>> failures) {

    RunStatus status(Run run) {
      return new RunStatus(run, alive.test(run));
    }
  }

  /**
   * Shows what the database says.
   *
   * @param running the process that works on the corpus; null if there is none
   */
  private int ask(JobSettings settings, @Nullable LockHolder running) {
    DatabaseAddress address = BatchApplication.address(settings);
    if (running != null && !json) {
      spec.commandLine().getOut().println("Running: " + running);
    }
    Predicate<Run> alive =
        run -> run.corpus().equals(settings.corpus()) ? running != null : isAlive(address, run);
    return JobDatabase.use(address, database -> ask(database.runs(), address, alive, running))
        .orElseGet(() -> noRun(address));
  }

  private int ask(
      Runs runs, DatabaseAddress address, Predicate<Run> alive, @Nullable LockHolder running) {
    List<Run> found =
        runId == null ? runs.latest(last) : runs.find(runId).map(List::of).orElse(List.of());
    List<Run> counted =
        found.stream().map(run -> isOpen(run) ? runs.soFar(run.runId()).orElse(run) : run).toList();
    return show(
        new Known(counted, alive, runs::steps, runs::failuresByReason),
        running,
        "There is no run %d in %s".formatted(runId, address.shown()));
  }

  /** Whether the run has no final counts: it is running or has crashed. */
  private static boolean isOpen(Run run) {
    return run.status() == Run.Status.RUNNING;
  }

  /** Shows the status file of the last run in the output folder, because the database is in use. */
  private int read(JobSettings settings, LockHolder holder, boolean running) {
    if (!json) {
      String use = running ? "Running: " : "Reading the database: ";
      spec.commandLine().getOut().println(use + holder);
    }
    StatusFile file =
        StatusFile.read(Path.of(settings.output()))
            .orElse(new StatusFile(0, List.of(), List.of(), List.of()));
    Known known =
        new Known(
            file.runs().stream()
                .limit(last)
                .filter(run -> runId == null || run.runId() == runId)
                .toList(),
            run -> running,
            number -> number == file.run() ? file.steps() : List.of(),
            number -> number == file.run() ? file.failures() : List.of());
    if (known.runs().isEmpty() && runId == null) {
      if (json) {
        printJson(holder, List.of());
      }
      return ExitCode.DONE;
    }
    return show(
        known,
        holder,
        "Run %d cannot be shown while the database is in use by %s".formatted(runId, holder));
  }

  private int noRun(DatabaseAddress address) {
    if (json) {
      printJson(null, List.of());
    } else {
      spec.commandLine().getOut().println("No run yet in " + address.shown());
    }
    return ExitCode.DONE;
  }

  private int show(Known known, @Nullable LockHolder running, String notFound) {
    PrintWriter out = spec.commandLine().getOut();
    if (runId != null) {
      if (known.runs().isEmpty()) {
        spec.commandLine().getErr().println(notFound);
        return ExitCode.FAILED;
      }
      one(known.status(known.runs().get(0)), known, out);
      return ExitCode.DONE;
    }
    List<RunStatus> statuses = known.runs().stream().map(known::status).toList();
    if (json) {
      printJson(running, statuses);
      return ExitCode.DONE;
    }
    RunStatus.table(statuses).print(out);
    if (!statuses.isEmpty()) {
      RunStatus newest = statuses.get(0);
      newest
          .advice(known.steps().apply(newest.run().runId()))
          .ifPresent(advice -> out.println("Run " + newest.run().runId() + ": " + advice));
    }
    return ExitCode.DONE;
  }

  private void one(RunStatus status, Known known, PrintWriter out) {
    List<RunStep> steps = known.steps().apply(status.run().runId());
    List<CorpusStatistics.Failures> failures = known.failures().apply(status.run().runId());
    if (json) {
      out.println(indented(status.json(steps, failures)));
    } else {
      status.print(steps, failures, out);
    }
  }

  /**
   * Formats JSON. The mapper is created here because every start of the program loads this class.
   */
  private static String indented(Map<String, @Nullable Object> object) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(object);
  }

  private void printJson(@Nullable LockHolder running, List<RunStatus> runs) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("running", running == null ? null : running.toString());
    object.put("runs", runs.stream().map(RunStatus::json).toList());
    spec.commandLine().getOut().println(indented(object));
  }

  /**
   * Whether a run of another corpus is running. On PostgreSQL each corpus has its own lock; an
   * HSQLDB file has only one run at a time.
   */
  private static boolean isAlive(DatabaseAddress address, Run run) {
    return address.isPostgres() && isOpen(run) && RunLock.holder(address, run.corpus()).isPresent();
  }
}
