package org.quotidian.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.quotidian.batch.BatchApplication;
import org.quotidian.batch.CorpusExport;
import org.quotidian.job.JobSettings;
import org.quotidian.store.Database;
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
    try (RunLock lock = JobSession.lock(settings, spec.commandLine().getErr())) {
      return JobDatabase.use(
              BatchApplication.address(settings), database -> export(database, settings))
          .orElseGet(this::nothingYet);
    }
  }

  private int export(Database database, JobSettings settings) {
    PrintWriter out = spec.commandLine().getOut();
    CorpusExport export = new CorpusExport(database.rows(settings.corpus()), settings);
    export.write();
    export.files().forEach(file -> out.println(export.folder().resolve(file)));
    return ExitCode.DONE;
  }

  private int nothingYet() {
    spec.commandLine().getErr().println("There is nothing to export yet: no run has been made.");
    return ExitCode.FAILED;
  }
}
