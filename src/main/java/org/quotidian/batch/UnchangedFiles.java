package org.quotidian.batch;

import java.util.Optional;
import java.util.Set;
import org.quotidian.source.InputFile;
import org.quotidian.store.InputFiles;
import org.quotidian.store.KnownFile;
import org.quotidian.store.Manifest;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;

/**
 * Tells which files a run need not read: the last run of the corpus came to its end with the same
 * settings, and the files are as it found them.
 */
final class UnchangedFiles {

  private final Run run;
  private final String basis;
  private final boolean trusted;
  private final Manifest manifest;
  private final InputFiles inputFiles;
  private final Optional<Run> last;
  private FilesInOrder known = FilesInOrder.none();
  private Set<String> unsettled = Set.of();

  /**
   * @param basis what the list of a run holds for besides its files
   * @param trusted whether what folders say of files is believed at all in this run
   */
  UnchangedFiles(
      Run run, String basis, boolean trusted, Runs runs, Manifest manifest, InputFiles inputFiles) {
    this.run = run;
    this.basis = basis;
    this.trusted = trusted;
    this.manifest = manifest;
    this.inputFiles = inputFiles;
    this.last = last(run, runs);
  }

  /** The run before, if it came to its end: all that it found is in the ledger. */
  static Optional<Run> last(Run run, Runs runs) {
    return runs.before(run).filter(before -> before.status() == Run.Status.COMPLETED);
  }

  String basis() {
    return basis;
  }

  /** Begins anew, and forgets what this run has found before, and what older ones did. */
  void open() {
    int lastId = last.map(Run::runId).orElse(run.runId());
    manifest.forget(run.runId());
    inputFiles.forget(run.runId());
    boolean comparable =
        trusted && last.isPresent() && inputFiles.basis(lastId).filter(basis::equals).isPresent();
    if (comparable) {
      inputFiles.forgetOthers(run.corpus(), run.runId(), lastId);
      manifest.forgetOthers(run.corpus(), run.runId(), lastId);
      manifest.forgetSettled(lastId);
      unsettled = manifest.sources(lastId);
      known = new FilesInOrder(inputFiles.of(lastId));
    } else {
      inputFiles.forgetOthers(run.corpus(), run.runId(), run.runId());
      manifest.forgetOthers(run.corpus(), run.runId(), run.runId());
      unsettled = Set.of();
      known = FilesInOrder.none();
    }
  }

  /** What the last run knew of the file if it is the same; files are asked for in their order. */
  Optional<KnownFile> find(InputFile file) {
    return known
        .find(file.place())
        .filter(KnownFile::isSure)
        .filter(before -> before.state().equals(String.valueOf(file.state())))
        .filter(before -> !unsettled.contains(InputFile.source(before.place())))
        .map(KnownFile::unread);
  }
}
