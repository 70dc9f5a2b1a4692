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
 * Decides which files a run need not read: those that have not changed since the last run of the
 * corpus, if that run completed with the same settings.
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
   * @param basis identifies the conditions under which the list of files is valid
   * @param trusted whether size, times and inode of files are trusted at all in this run
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

  /** The previous run, if it completed. Everything that it found is in the ledger. */
  static Optional<Run> last(Run run, Runs runs) {
    return runs.before(run).filter(before -> before.status() == Run.Status.COMPLETED);
  }

  String basis() {
    return basis;
  }

  /** Discards what an earlier start of this run found, and the lists of older runs. */
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

  /**
   * The last run's entry for the file if the file has not changed. Files must be looked up in
   * order.
   */
  Optional<KnownFile> find(InputFile file) {
    return known
        .find(file.place())
        .filter(KnownFile::isSure)
        .filter(before -> before.state().equals(String.valueOf(file.state())))
        .filter(before -> !unsettled.contains(InputFile.source(before.place())))
        .map(KnownFile::unread);
  }
}
