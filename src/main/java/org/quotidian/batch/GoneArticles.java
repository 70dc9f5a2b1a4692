package org.quotidian.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quotidian.model.ArticleId;
import org.quotidian.source.InputFile;
import org.quotidian.store.InputFiles;
import org.quotidian.store.KnownFile;
import org.quotidian.store.Ledger;
import org.quotidian.store.Run;

/**
 * Finds the articles that are gone, in a run that did not read all files. The ledger has no entries
 * of articles that were already gone in the previous run, so only files that disappeared or changed
 * since then need checking.
 */
record GoneArticles(Run run, Run last, Ledger ledger, InputFiles inputFiles) {

  List<String> find() {
    Map<String, Boolean> files = goneOrChanged();
    Set<String> withRecords = new HashSet<>();
    Set<String> ids = new HashSet<>();
    files.forEach(
        (source, hadRecords) -> {
          if (hadRecords) {
            withRecords.add(source);
          } else {
            ids.add(ArticleId.of(run.corpus(), source, ""));
          }
        });
    if (!withRecords.isEmpty()) { // only the ledger knows the keys of their records
      ledger.each(
          run.corpus(),
          (id, source) -> {
            if (withRecords.contains(source)) {
              ids.add(id);
            }
          });
    }
    return ledger.notFound(run, ids.stream().sorted().toList());
  }

  /** The files to check by source, and whether the previous run found records in them. */
  private Map<String, Boolean> goneOrChanged() {
    Map<String, Boolean> suspects = new HashMap<>();
    FilesInOrder now = new FilesInOrder(inputFiles.of(run.runId()));
    inputFiles
        .of(last.runId())
        .forEachRemaining(
            before -> {
              Optional<KnownFile> here = now.find(before.place());
              if (here.isEmpty() || mayLackArticles(before, here.get())) {
                suspects.merge(
                    InputFile.source(before.place()), before.hasRecords(), Boolean::logicalOr);
              }
            });
    // A path that changed between file and folder during the walk is out of order, but it exists.
    inputFiles
        .of(run.runId())
        .forEachRemaining(
            file -> {
              if (!file.isRead()) {
                suspects.remove(InputFile.source(file.place()));
              }
            });
    return suspects;
  }

  private static boolean mayLackArticles(KnownFile before, KnownFile now) {
    return now.isRead() && (before.hasRecords() || now.hasRecords());
  }
}
