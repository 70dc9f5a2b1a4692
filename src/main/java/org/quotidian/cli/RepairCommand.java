package org.quotidian.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Damage;
import org.quotidian.store.DamagedDatabaseException;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.DatabaseFiles;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code repair}: restores a backup, or moves a damaged database aside. */
@Command(
    name = "repair",
    description = {
      "With --from, restores a backup of the job's HSQLDB database. Otherwise reads the whole"
          + " database and, if it is damaged, moves its files aside; the next 'run' then creates all"
          + " rows again from the articles.",
      "Nothing is deleted: the old files are kept in a folder beside the database."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  quotidian repair jobs/nightly.yml",
      "  quotidian repair jobs/nightly.yml --from /backup/nightly-2026-05-01"
    })
final class RepairCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "The backup to restore. It replaces the database, whether damaged or not.")
  private @Nullable Path backup;

  @Option(names = "--anew", description = "Move the files aside even if the database can be read.")
  private boolean anew;

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    DatabaseAddress address = BatchApplication.address(settings);
    PrintWriter out = spec.commandLine().getOut();
    DatabaseFiles files =
        DatabaseFiles.of(address)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "only an HSQLDB database can be repaired; for PostgreSQL, see pg_restore"));
    try (RunLock lock = JobSession.lock(settings, spec.commandLine().getErr())) {
      if (backup != null) {
        files.fetch(backup);
        tell(files.setAside());
        files.putBack();
        out.println(backup + " was restored as the database.");
      } else if (!anew && isWhole(address, files)) {
        out.println("The database is not damaged: every row could be read.");
      } else {
        tell(files.setAside());
        out.println("The next 'run' creates all rows again from the articles.");
      }
    }
    return ExitCode.DONE;
  }

  private boolean isWhole(DatabaseAddress address, DatabaseFiles files) {
    try {
      files.mend();
      Optional<Database> opened = Database.open(address);
      opened.ifPresent(
          database -> {
            try (database) {
              database.readThrough();
            }
          });
      return opened.isPresent() || !files.exist();
    } catch (RuntimeException e) {
      RuntimeException named = Damage.named(address, e);
      if (named instanceof DamagedDatabaseException) {
        spec.commandLine().getErr().println(named.getMessage());
        return false;
      }
      throw named;
    }
  }

  private void tell(Optional<Path> aside) {
    aside.ifPresent(
        folder -> spec.commandLine().getOut().println("The old files are now in " + folder));
  }
}
