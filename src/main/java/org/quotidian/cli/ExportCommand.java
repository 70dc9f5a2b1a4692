package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.CorpusExport;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Damage;
import org.quotidian.store.Database;
import org.quotidian.store.DatabaseAddress;
import org.quotidian.store.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code export}: writes the CSV files from the current state of the database. */
@Command(
    name = "export",
    description = {
      "Writes the CSV files, and JSON Lines if the job asks for it, from the database. Reads no"
          + " articles.",
      "Useful after a run that stopped or failed, or to use other csv settings."
    },
    footerHeading = "%nExample:%n",
    footer = "  quotidian export jobs/nightly.yml --output /tmp/plain --set csv.bom=false")
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job = new JobOptions();

  @Override
  public Integer call() {
    JobSettings settings = job.read();
    PrintWriter out = spec.commandLine().getOut();
    DatabaseAddress address = BatchApplication.address(settings);
    try (RunLock lock = JobSession.lock(settings, spec.commandLine().getErr())) {
      Optional<Database> opened = Database.open(address);
      if (opened.isEmpty()) {
        spec.commandLine().getErr().println("Nothing to export: the database has no run yet.");
        return ExitCode.FAILED;
      }
      try (Database database = opened.get()) {
        CorpusExport export = new CorpusExport(database.rows(settings.corpus()), settings);
        export.write();
        export.files().forEach(file -> out.println(export.folder().resolve(file)));
      } catch (RuntimeException e) {
        throw Damage.named(address, e);
      }
    }
    return ExitCode.DONE;
  }
}
