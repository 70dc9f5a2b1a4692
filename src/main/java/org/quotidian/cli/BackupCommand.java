package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.LookLock;
import org.quotidian.store.Patience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: copies the database. */
@Command(
    name = "backup",
    description = {
      "Copies the job's HSQLDB database to a new folder, from which 'repair --from' restores it.",
      "A run that starts in the meantime waits. For PostgreSQL, use pg_dump."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian backup jobs/nightly.yml /backup/nightly-2026-05-01")
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Parameters(index = "1", paramLabel = "FOLDER", description = "A new folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for a run that uses the database (${DEFAULT-VALUE}).")
  private int wait = 30;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    if (address.file().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "only an HSQLDB database can be copied; for PostgreSQL: pg_dump --format=custom --file="
              + folder
              + " DATABASE");
    }
    if (Files.exists(folder)) {
      throw new ParameterException(
          spec.commandLine(), folder + " already exists; choose another name");
    }
    PrintWriter err = spec.commandLine().getErr();
    Patience patience = new Patience(Duration.ofSeconds(wait), line -> JobSession.say(err, line));
    try (LookLock look = LookLock.acquire(address, "backup", patience)) {
      if (JobDatabase.use(address, this::copy).isEmpty()) {
        err.println("There is nothing to copy yet: no run has been made.");
        return ExitCode.FAILED;
      }
    }
    spec.commandLine().getOut().println(folder);
    return ExitCode.DONE;
  }

  private Path copy(Database database) {
    database.backup(folder);
    return folder;
  }
}
