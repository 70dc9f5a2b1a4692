package org.quotidian.batch;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.InputFiles;
import org.quotidian.store.KnownFile;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Saves the items found as the manifest of the run, decides which of them need processing, and
 * lists the files for the next run. Each chunk is one page of that list.
 */
final class DiscoverWriter implements ItemWriter<Discovered> {

  private static final long BYTES_AN_ITEM = 2_000; // with a long path

  private final Run run;
  private final Fingerprint fingerprint;
  private final String basis;
  private final Manifest manifest;
  private final InputFiles inputFiles;
  private final Runs runs;
  private final DatabaseRoom room;
  private final Progress progress;
  private int seq;
  private int page;
  private int items;
  private int pending;

  DiscoverWriter(
      Run run,
      Fingerprint fingerprint,
      String basis,
      Manifest manifest,
      InputFiles inputFiles,
      Runs runs,
      DatabaseRoom room,
      Progress progress) {
    this.run = run;
    this.fingerprint = fingerprint;
    this.basis = basis;
    this.manifest = manifest;
    this.inputFiles = inputFiles;
    this.runs = runs;
    this.room = room;
    this.progress = progress;
  }

  @Override
  public void write(Chunk<? extends Discovered> chunk) {
    room.make(BYTES_AN_ITEM * chunk.size());
    List<ManifestItem> found = new ArrayList<>();
    List<KnownFile> files = new ArrayList<>();
    for (Discovered discovered : chunk) {
      SourceItem item = discovered.item();
      KnownFile file = discovered.file();
      if (item != null) {
        found.add(
            new ManifestItem(
                seq++, ArticleId.of(run.corpus(), item.source(), item.record()), item, ""));
        items++;
      }
      if (file != null) {
        files.add(file);
        items += file.isRead() ? 0 : file.items();
      }
      progress.advance(0);
    }
    if (!files.isEmpty()) {
      inputFiles.add(run.runId(), page++, basis, files);
    }
    if (!found.isEmpty()) {
      pending += manifest.add(run, found, fingerprint.done(), fingerprint.failed());
    }
    runs.discovered(run.runId(), items, pending);
  }
}
