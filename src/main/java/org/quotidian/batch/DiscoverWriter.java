package org.quotidian.batch;

import java.util.ArrayList;
import java.util.List;
import org.quotidian.model.ArticleId;
import org.quotidian.source.SourceItem;
import org.quotidian.store.DatabaseRoom;
import org.quotidian.store.Manifest;
import org.quotidian.store.ManifestItem;
import org.quotidian.store.Run;
import org.quotidian.store.Runs;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Freezes what was found as the manifest of the run and tells what of it is to be worked on. */
final class DiscoverWriter implements ItemWriter<SourceItem> {

  private static final long BYTES_AN_ITEM = 2_000; // with a long path

  private final Run run;
  private final Fingerprint fingerprint;
  private final Manifest manifest;
  private final Runs runs;
  private final DatabaseRoom room;
  private final Progress progress;
  private int items;
  private int pending;

  DiscoverWriter(
      Run run,
      Fingerprint fingerprint,
      Manifest manifest,
      Runs runs,
      DatabaseRoom room,
      Progress progress) {
    this.run = run;
    this.fingerprint = fingerprint;
    this.manifest = manifest;
    this.runs = runs;
    this.room = room;
    this.progress = progress;
  }

  @Override
  public void write(Chunk<? extends SourceItem> chunk) {
    room.make(BYTES_AN_ITEM * chunk.size());
    List<ManifestItem> found = new ArrayList<>();
    for (SourceItem item : chunk) {
      found.add(
          new ManifestItem(
              items++,
              ArticleId.of(run.corpus(), item.source(), item.record()),
              item.source(),
              item.record(),
              item.file(),
              item.offset(),
              item.size(),
              item.sha256(),
              item.problem(),
              ""));
      progress.advance(0);
    }
    pending += manifest.add(run, found, fingerprint.done(), fingerprint.failed());
    runs.discovered(run.runId(), items, pending);
  }
}
