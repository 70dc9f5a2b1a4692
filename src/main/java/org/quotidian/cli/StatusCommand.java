package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.AlreadyRunningException;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.quotidian.store.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: the last runs, or one of them. */
@Command(
    name = "status",
    description = {
      "Shows the last runs of every corpus in the job's database: when, how long, how many articles,"
          + " and where the output is; with RUN, the steps of that run and why articles failed.",
      "While a run is at work, shows how far it is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian status jobs/nightly.yml --last 30",
      "  quotidian status jobs/nightly.yml 12",
      "  quotidian status jobs/nightly.yml --json"
    })
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "Number of a run.")
  private @Nullable Integer runId;

  @Option(names = "--last", paramLabel = "N", description = "How many runs (${DEFAULT-VALUE}).")
  private int last = 10;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    try (RunLock lock = RunLock.acquire(address, settings.corpus())) {
      return show(address, settings.corpus(), null);
    } catch (AlreadyRunningException e) {
      return show(address, settings.corpus(), Objects.toString(e.holder(), "another process"));
    }
  }

  /**
   * @param running who works on the corpus; null when nobody does
   */
  private int show(DatabaseAddress address, String corpus, @Nullable String running) {
    if (running != null && !json) {
      spec.commandLine().getOut().println("Running: " + running);
    }
    if (running != null && !address.isPostgres()) {
      return nothingElse(running); // an HSQLDB file serves one process
    }
    Optional<Database> opened = Database.open(address);
    if (opened.isEmpty()) {
      return noRun(address);
    }
    try (Database database = opened.get()) {
      Runs runs = database.runs();
      // We hold the lock of this corpus if nobody else does, so it cannot be asked for.
      Predicate<Run> alive =
          run -> run.corpus().equals(corpus) ? running != null : isAlive(address, run);
      return runId == null ? all(runs, address, alive, running) : one(runs, runId, address, alive);
    }
  }

  private int nothingElse(String running) {
    if (json) {
      printJson(running, List.of());
    }
    return ExitCode.DONE;
  }

  private int noRun(DatabaseAddress address) {
    if (json) {
      printJson(null, List.of());
    } else {
      spec.commandLine().getOut().println("No run yet in " + address.shown());
    }
    return ExitCode.DONE;
  }

  private int all(
      Runs runs, DatabaseAddress address, Predicate<Run> alive, @Nullable String running) {
    List<RunStatus> statuses =
        runs.latest(last).stream().map(run -> new RunStatus(run, alive.test(run))).toList();
    if (statuses.isEmpty()) {
      return noRun(address);
    }
    if (json) {
      printJson(running, statuses);
    } else {
      PrintWriter out = spec.commandLine().getOut();
      RunStatus.table(statuses).print(out);
      RunStatus newest = statuses.get(0);
      newest
          .advice(runs.steps(newest.run().runId()))
          .ifPresent(advice -> out.println("Run " + newest.run().runId() + ": " + advice));
    }
    return ExitCode.DONE;
  }

  private int one(Runs runs, int number, DatabaseAddress address, Predicate<Run> alive) {
    Optional<Run> found = runs.find(number);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("There is no run " + number + " in " + address.shown());
      return ExitCode.FAILED;
    }
    boolean atWork = alive.test(found.get()) && found.get().status() == Run.Status.RUNNING;
    Run run = atWork ? runs.soFar(number).orElseThrow() : found.get();
    RunStatus status = new RunStatus(run, alive.test(run));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(indented(status.json(runs.steps(number), runs.failuresByReason(number))));
    } else {
      status.print(runs.steps(number), runs.failuresByReason(number), out);
    }
    return ExitCode.DONE;
  }

  /** Built when it is needed: every start of the program loads this class. */
  private static String indented(Map<String, @Nullable Object> object) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(object);
  }

  private void printJson(@Nullable String running, List<RunStatus> runs) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("running", running);
    object.put("runs", runs.stream().map(RunStatus::json).toList());
    spec.commandLine().getOut().println(indented(object));
  }

  /** On PostgreSQL every corpus has a lock of its own; the one of HSQLDB is ours. */
  private static boolean isAlive(DatabaseAddress address, Run run) {
    return address.isPostgres()
        && run.status() == Run.Status.RUNNING
        && RunLock.holder(address, run.corpus()).isPresent();
  }
}
