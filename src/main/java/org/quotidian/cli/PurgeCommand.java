package org.quotidian.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.Purge;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code purge}: removes records of old runs, and whole corpora. */
@Command(
    name = "purge",
    description = {
      "Removes the records of old runs, or whole corpora, from the job's database.",
      "Articles, sentences, entities and quotes are removed only with --corpus. CSV files are never"
          + " touched."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian purge jobs/nightly.yml --keep 30 --dry-run",
      "  quotidian purge jobs/nightly.yml --older-than 90d",
      "  quotidian purge jobs/nightly.yml --corpus trial-of-may"
    })
final class PurgeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Keep the newest N runs of each corpus.")
  private @Nullable Integer keep;

  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      description = "Remove only runs that began longer ago than this, such as 90d or 12h.")
  private @Nullable String olderThan;

  @Option(
      names = "--corpus",
      paramLabel = "NAME",
      description = "Remove all rows and runs of this corpus; may be repeated.")
  private List<String> corpora = List.of();

  @Option(names = "--dry-run", description = "Only show what would be removed.")
  private boolean dryRun;

  @Override
  public Integer call() {
    if (keep == null && olderThan == null && corpora.isEmpty()) {
      throw wrongUsage("say what to remove: --keep N, --older-than TIME or --corpus NAME");
    }
    if (keep != null && keep < 1) {
      throw wrongUsage("--keep: at least 1");
    }
    Instant before = before();
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    try (RunLock lock = JobSession.lock(settings, spec.commandLine().getErr())) {
      return JobDatabase.use(
              address, database -> purge(database, address, settings.corpus(), before))
          .orElseGet(
              () -> {
                spec.commandLine().getOut().println("No run yet in " + address.shown());
                return ExitCode.DONE;
              });
    }
  }

  private int purge(
      Database database, DatabaseAddress address, String lockedCorpus, Instant before) {
    if (keep != null || olderThan != null) {
      purgeRuns(database, before);
    }
    corpora.forEach(corpus -> purgeCorpus(database, address, lockedCorpus, corpus));
    if (!dryRun) {
      database.giveSpaceBack();
    }
    return ExitCode.DONE;
  }

  private Instant before() {
    if (olderThan == null) {
      return Instant.MAX;
    }
    try {
      Duration age = DurationStyle.SIMPLE.parse(olderThan);
      return Instant.now().minus(age);
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--older-than: '" + olderThan + "' is not a time such as 90d or 12h");
    }
  }

  private void purgeRuns(Database database, Instant before) {
    List<Run> old =
        Purge.old(database.runs().latest(Integer.MAX_VALUE), keep == null ? 0 : keep, before);
    if (!dryRun) {
      old.forEach(run -> database.purge().removeRun(run.runId()));
    }
    PrintWriter out = spec.commandLine().getOut();
    RunStatus.table(old.stream().map(run -> new RunStatus(run, false)).toList()).print(out);
    out.println((dryRun ? "Runs that would be removed: " : "Runs removed: ") + old.size());
  }

  private void purgeCorpus(
      Database database, DatabaseAddress address, String lockedCorpus, String corpus) {
    Purge purge = database.purge();
    int articles = purge.articles(corpus);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      out.println("Corpus " + corpus + " would be removed; articles: " + articles);
      return;
    }
    if (address.isPostgres() && !corpus.equals(lockedCorpus)) {
      try (RunLock lock = RunLock.acquire(address, corpus)) {
        purge.removeCorpus(corpus);
      }
    } else {
      purge.removeCorpus(corpus);
    }
    out.println("Corpus " + corpus + " removed; articles: " + articles);
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
